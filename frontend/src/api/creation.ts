import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Problem } from './problem';

type KeyHeader = { 'Idempotency-Key': string };

/** It may have been made all the same: no answer came, or the first attempt is still being worked on. */
const isOpen = ({ status, type }: Problem) =>
  status <= 0 || status >= 500 || (status === 409 && type === 'idempotency-key');

/**
 * The key of what a form creates. Sent again unchanged after its answer was lost, it is the same creation and has the same
 * key. An answer ends it, a refusal too: services keep what they answered under a key, and refuse another body under it.
 */
export function creation() {
  let tried: { body: string | undefined; key: string } | undefined;
  return async <Made>(body: unknown, send: (header: KeyHeader) => Promise<Made>): Promise<Made> => {
    const text = JSON.stringify(body);
    // what is made of nothing has no body to compare
    if (!tried || tried.body !== text) tried = { body: text, key: crypto.randomUUID() };
    const { key } = tried;
    try {
      const made = await send({ 'Idempotency-Key': key });
      tried = undefined;
      return made;
    } catch (error) {
      if (!isOpen(asProblem(error))) tried = undefined;
      throw error;
    }
  };
}

/** A mutation that makes one thing, however often it has to be sent. */
export function useCreation<Body, Made>(
  send: (body: Body, header: KeyHeader) => Promise<Made>,
  onSuccess?: (made: Made) => unknown,
) {
  const [create] = useState(creation);
  return useMutation({
    mutationFn: (body: Body) => create(body, (header) => send(body, header)),
    onSuccess,
  });
}
