import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect } from 'vitest';

/** Where on a page something stands: what it is, what it is called, and in what. */
export type Place = [role: string, name: string | RegExp, inside?: Place];
export const region = (name: string | RegExp): Place => ['region', name];
export const form = (name: string): Place => ['form', name];
export const button = (name: string | RegExp, inside?: Place): Place => ['button', name, inside];

export async function find([role, name, inside]: Place): Promise<HTMLElement> {
  return (inside ? within(await find(inside)) : screen).findByRole(role, { name });
}

type Refusal = {
  /** none where the line is down */
  status?: number;
  /** what its notice says can be done */
  advice: string;
  errors?: { field: string; message: string }[];
  retryAfter?: string;
};

/** Each class of refusal. */
export const refusals: readonly Refusal[] = [
  { status: 401, advice: 'Sign in in a new tab, come back and try again; what you typed is still here.' },
  { status: 402, advice: 'Your plan does not include more' },
  { status: 403, advice: 'Your role does not include this' },
  { status: 404, advice: 'It may have been deleted meanwhile' },
  { status: 409, advice: 'does not go together with what is there now' },
  { status: 412, advice: 'Somebody changed it after you opened it' },
  {
    status: 413,
    advice: 'Send less at once',
    errors: [{ field: 'somewhere', message: 'is larger than 2 MB' }],
  },
  {
    status: 422,
    advice: 'Change what is named here',
    errors: [{ field: 'somewhere', message: 'is not right' }],
  },
  { status: 429, advice: 'Try again in 7 seconds', retryAfter: '7' },
  { status: 500, advice: 'is away for a moment' },
  { status: 503, advice: 'is away for a moment' },
  { advice: 'your input is kept' },
];

/** Nobody can say whether it was done all the same. */
export const isUnanswered = ({ status = 0 }: Refusal) => status === 0 || status >= 500;

const titleOf = ({ status }: Refusal) =>
  status === undefined ? 'Riskwatch cannot be reached' : `Refused with ${status}`;

export function refusedWith(refusal: Refusal) {
  const { status, errors, retryAfter } = refusal;
  if (status === undefined) return HttpResponse.error();
  return HttpResponse.json(
    { title: titleOf(refusal), status, errors },
    { status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} },
  );
}

/** The one notice of a refusal: it is read aloud, names what happened and says what can be done. */
export async function noticeOf(refusal: Refusal): Promise<HTMLElement> {
  const { status = 0, advice, errors = [] } = refusal;
  const notice = (await screen.findByText(titleOf(refusal))).closest<HTMLElement>('[role=alert]');
  if (!notice) throw new Error(`“${titleOf(refusal)}” is not read aloud`);
  expect(notice).toHaveTextContent(advice);
  for (const { field, message } of errors) expect(notice).toHaveTextContent(`${field}: ${message}`);
  if (status === 401)
    expect(within(notice).getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute(
      'target',
      '_blank',
    );
  if (status >= 500)
    expect(within(notice).getByRole('link', { name: 'See what is away' })).toHaveAttribute('href', '/status');
  return notice;
}
