import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { time } from '@/shared/format/format';
import { cx } from '@/shared/ui/cx';
import type { FeedStatus } from './priceFeed';
import { priceFeed, usePriceStatus } from './useStream';

/** Whether the prices on this page are live, and a button that holds them still. */
export function StreamPill() {
  return <StreamFace {...usePriceStatus()} onPause={(paused) => priceFeed.pause(paused)} />;
}

/** What the feed's status looks like, whichever feed it is. */
export function StreamFace({
  phase,
  retryAt,
  heardAt,
  paused,
  quietSince,
  onPause,
}: FeedStatus & { onPause: (paused: boolean) => void }) {
  const { t } = useTranslation();
  const seconds = useSecondsUntil(phase === 'reconnecting' ? retryAt : undefined);
  const text = paused
    ? t('stream.paused')
    : phase === 'live'
      ? quietSince
        ? t('stream.quiet', { when: time(quietSince) })
        : t('stream.live')
      : phase === 'reconnecting'
        ? t('stream.reconnecting', { seconds })
        : phase === 'offline'
          ? heardAt
            ? t('stream.offlineSince', { when: time(heardAt) })
            : t('stream.offline')
          : t('stream.connecting');
  const good = phase === 'live' && !paused && !quietSince;
  return (
    <div className="flex min-w-0 items-center gap-1">
      <span
        role="status"
        className="inline-flex h-8 min-w-0 items-center gap-2 rounded-full border border-line bg-surface px-3 text-dense whitespace-nowrap"
      >
        <span
          aria-hidden="true"
          className={cx(
            'size-2 shrink-0 rounded-full',
            good ? 'bg-gain' : phase === 'connecting' || paused ? 'bg-line-strong' : 'bg-warn',
          )}
        />
        <span className="truncate">{text}</span>
      </span>
      <button
        type="button"
        aria-pressed={paused}
        aria-label={paused ? t('stream.resume') : t('stream.pause')}
        title={paused ? t('stream.resume') : t('stream.pause')}
        onClick={() => onPause(!paused)}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-full text-muted hover:bg-surface-2 hover:text-fg"
      >
        {paused ? (
          <Play className="size-4" aria-hidden="true" />
        ) : (
          <Pause className="size-4" aria-hidden="true" />
        )}
      </button>
    </div>
  );
}

function useSecondsUntil(instant: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (instant === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return instant === undefined ? 0 : Math.max(0, Math.ceil((instant - now) / 1000));
}
