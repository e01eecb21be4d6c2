/** What a service said about a request it refused (RFC 9457), or what the network did to it. */
export class Problem extends Error {
  readonly status: number;
  /** the last part of the problem's stable address, such as no-margin-account */
  readonly type: string | undefined;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly { field: string; message: string }[];
  readonly traceId: string | undefined;
  readonly limit: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: unknown, retryAfter?: string | null) {
    const said = isRecord(body) ? body : {};
    const title =
      text(said.title) ?? (status === 0 ? 'Riskwatch cannot be reached' : `The request failed (${status})`);
    super(text(said.detail) ?? title);
    this.name = 'Problem';
    this.status = status;
    this.type = text(said.type)?.split(/[/:]/).at(-1);
    this.title = title;
    this.detail = text(said.detail);
    this.errors = Array.isArray(said.errors) ? said.errors.filter(isFieldError) : [];
    this.traceId = text(said.traceId);
    this.limit = text(said.limit);
    this.retryAfterSeconds =
      retryAfter && Number.isFinite(Number(retryAfter)) ? Number(retryAfter) : undefined;
  }

  /** Whether all of it is said at these fields, so that nothing is left to be said elsewhere. */
  isAllAt(...fields: string[]): boolean {
    return this.errors.length > 0 && this.errors.every(({ field }) => fields.includes(field));
  }

  /** The request never got an answer. */
  static unreachable(): Problem {
    return new Problem(0, { detail: 'Check your connection; your input is kept. Trying again is safe.' });
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(-1, { title: 'Something went wrong', detail: String(error) });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const isFieldError = (value: unknown): value is { field: string; message: string } =>
  isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
