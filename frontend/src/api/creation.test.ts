import { describe, expect, it } from 'vitest';
import { creation } from './creation';
import { Problem } from './problem';

/** A form that creates, before a service that answers each request as it is told. */
function form() {
  const create = creation();
  const keys: string[] = [];
  return {
    keys,
    async sends(body: unknown, refusal?: Error) {
      await create(body, ({ 'Idempotency-Key': key }) => {
        keys.push(key);
        return refusal ? Promise.reject(refusal) : Promise.resolve('made');
      }).catch((error: unknown) => expect(error).toBe(refusal));
    },
  };
}
const stillAtWork = new Problem(409, { type: 'https://riskwatch.io/problems/idempotency-key' });

describe('what a form creates', () => {
  it.each([
    ['no answer came', Problem.unreachable()],
    ['the service broke off', new Problem(503, {})],
    ['the first request is still being worked on', stillAtWork],
    ['nobody knows what happened', new TypeError('?')],
  ])('is the same when it is sent again because %s', async (_why, lost) => {
    const { keys, sends } = form();
    await sends({ name: 'Mine' }, lost);
    await sends({ name: 'Mine' }, lost);
    await sends({ name: 'Mine' });
    expect(new Set(keys).size).toBe(1);
  });

  it('has a key where nothing is told about it', async () => {
    const { keys, sends } = form();
    await sends(undefined, Problem.unreachable());
    await sends(undefined);
    await sends(undefined);
    expect(keys).toEqual([keys[0], keys[0], expect.not.stringMatching(keys[0] ?? '')]);
  });

  it('is another one once it was refused: the service would answer the same under its key', async () => {
    const { keys, sends } = form();
    await sends({ name: '' }, new Problem(422, {}));
    await sends({ name: 'Mine' });
    await sends({ name: 'Mine' }, new Problem(409, {}));
    await sends({ name: 'Mine' });
    expect(new Set(keys).size).toBe(4);
  });

  it('is another one when it was changed after its answer was lost', async () => {
    const { keys, sends } = form();
    await sends({ name: 'Mine' }, Problem.unreachable());
    await sends({ name: 'Yours' }, Problem.unreachable());
    await sends({ name: 'Yours' });
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe(keys[1]);
  });
});
