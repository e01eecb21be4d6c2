// One part of ./riskwatch bench page, told by its name: journey, lighthouse, or stream and how many symbols there are.
import { journey } from './journey.mjs';
import { lighthouse } from './lighthouse.mjs';
import { stream } from './stream.mjs';

const [part, symbols] = process.argv.slice(2);
const parts = { journey, lighthouse, stream: () => stream(Number(symbols)) };
if (!(part in parts)) {
  console.error(`Which part? There are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
await parts[part]();
