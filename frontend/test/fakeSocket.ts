/** A WebSocket whose server side is the test. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  static get latest(): FakeSocket {
    const socket = FakeSocket.all.at(-1);
    if (!socket) throw new Error('no socket has been opened');
    return socket;
  }

  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close() {
    this.closed = true;
  }

  /** The server says something. */
  says(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The connection ends from the other side. */
  ends(code: number) {
    this.onclose?.({ code });
  }
}
