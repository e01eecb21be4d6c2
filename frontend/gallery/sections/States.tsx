import { StreamFace } from '@/shared/stream/StreamPill';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { Sample } from '../Sample';

const HEARD = Date.UTC(2026, 2, 2, 14, 2);
const streams = [
  ['connecting', { phase: 'connecting' }],
  ['live', { phase: 'live' }],
  ['stale: a source is silent', { phase: 'live', quietSince: '2026-03-02T14:02:00Z' }],
  ['held still', { phase: 'live', paused: true }],
  ['coming back', { phase: 'reconnecting', retryAt: Date.UTC(2026, 2, 2, 15, 4, 12) }],
  ['offline', { phase: 'offline', heardAt: HEARD }],
  ['never heard', { phase: 'offline' }],
] as const;

/** Nothing there, not there yet, old, away. */
export function States() {
  return (
    <>
      <div className="grid gap-5 lg:grid-cols-2">
        <Card title="Empty">
          <Empty title="No holdings yet" action={<Button look="primary">Import a CSV</Button>}>
            Import a file with what you own, and this page fills with its value and risk.
          </Empty>
        </Card>
        <Card title="Loading">
          <div className="space-y-3">
            <Skeleton className="h-9 w-48" />
            <Skeleton />
            <Skeleton className="h-24 w-full" />
          </div>
        </Card>
      </div>
      <div className="card grid gap-5 p-5 sm:grid-cols-2 lg:grid-cols-4">
        {streams.map(([name, status]) => (
          <Sample key={name} name={name}>
            <StreamFace paused={false} quietSince={undefined} {...status} onPause={() => undefined} />
          </Sample>
        ))}
      </div>
    </>
  );
}
