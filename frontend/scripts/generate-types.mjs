// Writes the TypeScript types of the services' published contracts to src/api/generated (never committed).
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileFromFile } from 'json-schema-to-typescript';
import openapiTS, { astToString } from 'openapi-typescript';

const repository = new URL('../../', import.meta.url);
const out = new URL('../src/api/generated/', import.meta.url);
await mkdir(out, { recursive: true });

async function writeIfChanged(name, text) {
  const file = new URL(name, out);
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old !== text) await writeFile(file, text);
}

for (const service of ['portfolio-service', 'marketdata-service']) {
  const ast = await openapiTS(new URL(`${service}/contract/openapi.json`, repository));
  await writeIfChanged(`${service}.d.ts`, astToString(ast));
}

/** What an analysis of each kind takes and answers with, named after the kind: risk-result, goal-parameters, ... */
const options = { bannerComment: '', additionalProperties: false, ignoreMinAndMaxItems: true };
const contract = new URL('analytics-worker/contract/', repository);
for (const [folder, end, name] of [
  ['result', '.schema.json', '-result'],
  ['job', '-parameters.schema.json', '-parameters'],
]) {
  for (const file of await readdir(new URL(folder, contract))) {
    if (!file.endsWith(end)) continue;
    const schema = fileURLToPath(new URL(`${folder}/${file}`, contract));
    const types = await compileFromFile(schema, options);
    await writeIfChanged(`${file.slice(0, -end.length)}${name}.d.ts`, types);
  }
}
