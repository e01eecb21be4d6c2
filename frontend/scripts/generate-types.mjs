// Writes the TypeScript types of the services' published contracts to src/api/generated (never committed).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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

for (const service of ['portfolio-service']) {
  const ast = await openapiTS(new URL(`${service}/contract/openapi.json`, repository));
  await writeIfChanged(`${service}.d.ts`, astToString(ast));
}

const schema = fileURLToPath(new URL('analytics-worker/contract/result/risk.schema.json', repository));
const options = { bannerComment: '', additionalProperties: false, ignoreMinAndMaxItems: true };
await writeIfChanged('risk-result.d.ts', await compileFromFile(schema, options));
