import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { LiveLine, type LivePoint } from '@/shared/charts/LiveLine';
import { money, roundMoney, time } from '@/shared/format/format';

const WINDOW = 600;
const SAMPLE_MS = 500;

/** The portfolio's value since the page was opened, twice a second, for the last five minutes. */
export function LiveValueLine({
  value,
  yesterday,
  currency,
}: {
  value: number;
  yesterday: number;
  currency: string;
}) {
  const { t } = useTranslation();
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  const [points, setPoints] = useState<LivePoint[]>([]);
  useEffect(() => {
    const sample = () =>
      setPoints((old) => [...old.slice(1 - WINDOW), [Date.now() / 1000, latest.current] as const]);
    sample();
    const timer = setInterval(sample, SAMPLE_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <figure>
      <LiveLine
        label={t('home.lineLabel', {
          value: money(value, currency),
          yesterday: money(yesterday, currency),
        })}
        points={points}
        reference={yesterday}
        formatValue={(amount) => roundMoney(amount, currency)}
        formatTime={(seconds) => time(seconds * 1000)}
      />
      <figcaption className="mt-1 text-caption text-muted">
        {t('home.lineCaption', { yesterday: money(yesterday, currency) })}
      </figcaption>
    </figure>
  );
}
