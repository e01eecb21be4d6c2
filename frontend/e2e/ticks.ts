import { connect } from 'node:net';

/** Where the platform's Redis is, as BrowserIT tells: redis://host:port/database. */
const address = process.env.REDIS_URL;

/** Whether prices of one's own can be told; without, the journeys that need one are left out. */
export const canTick = address !== undefined;

/** A price as marketdata-service tells it: kept in the hash of the latest ones, then said on the channel. */
export async function tick(symbol: string, price: number) {
  const quote = {
    symbol,
    price,
    currency: 'USD',
    asOf: new Date().toISOString(),
    provider: 'xsim',
    simulated: true,
  };
  const { hostname, port, pathname } = new URL(address ?? '');
  await send({ host: hostname, port: Number(port) }, [
    ['SELECT', pathname.slice(1) || '0'],
    ['HSET', 'quotes', symbol, JSON.stringify(quote)],
    ['PUBLISH', 'quotes', JSON.stringify([quote])],
  ]);
}

/** Sends commands over one connection (RESP) and returns once each has been answered. */
function send(to: { host: string; port: number }, commands: readonly (readonly string[])[]) {
  return new Promise<void>((resolve, reject) => {
    const socket = connect(to);
    let answers = '';
    socket.setTimeout(5000, () => socket.destroy(new Error('Redis did not answer within 5 s')));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      answers += chunk.toString();
      const lines = answers.split('\r\n').slice(0, -1);
      const refused = lines.find((line) => line.startsWith('-'));
      if (refused) return socket.destroy(new Error(`Redis: ${refused}`));
      if (lines.length >= commands.length) socket.end(() => resolve());
    });
    for (const command of commands) {
      const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
      socket.write(`*${command.length}\r\n${parts.join('')}`);
    }
  });
}

/** A symbol nobody else has a price of. */
export const ownSymbol = () => `E2E${Math.random().toString(36).slice(2, 8).toUpperCase()}`;
