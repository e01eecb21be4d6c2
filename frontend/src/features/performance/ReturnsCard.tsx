import type { Performance } from '@/api/types';
import { day, money, moneyChange, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served, served } from '@/shared/i18n/Served';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Explain } from '@/shared/ui/Explain';

/** Two returns side by side, and the sentence why they differ. */
export function ReturnsCard({ performance }: { performance: Performance }) {
  const { t } = useTranslation();
  const { timeWeighted, moneyWeighted, modifiedDietz, baseCurrency } = performance;
  return (
    <Card
      title={t('performance.question')}
      learn="time-weighted-return"
      term={t('performance.term', { from: day(performance.from), to: day(performance.to) })}
      actions={
        <Explain about={t('performance.two')}>
          <p>
            <strong>{t('performance.timeWeighted')}</strong> {t('performance.timeWeightedWhy')}
          </p>
          <p>
            <strong>{t('performance.moneyWeighted')}</strong> {t('performance.moneyWeightedWhy')}
          </p>
          <p>
            <strong>{t('performance.dietz')}</strong> {t('performance.dietzWhy')}
          </p>
        </Explain>
      }
    >
      <dl className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        <Figure
          name={t('performance.timeWeighted')}
          value={timeWeighted.period}
          refusal={timeWeighted.unavailable}
          more={
            timeWeighted.annual === undefined
              ? undefined
              : t('performance.aYear', { value: percentChange(timeWeighted.annual) })
          }
        />
        <Figure
          name={t('performance.moneyWeighted')}
          value={moneyWeighted.period}
          refusal={moneyWeighted.unavailable}
          more={
            moneyWeighted.annual === undefined
              ? undefined
              : t('performance.aYear', { value: percentChange(moneyWeighted.annual) })
          }
        />
        <Figure
          name={t('performance.dietz')}
          value={modifiedDietz.period}
          refusal={modifiedDietz.unavailable}
        />
        <div>
          <dt className="text-dense text-muted">{t('performance.gain')}</dt>
          <dd className="mt-1 text-section font-semibold">
            <Delta value={performance.gain}>{moneyChange(performance.gain, baseCurrency)}</Delta>
          </dd>
          <dd className="text-caption text-muted">
            {t('performance.gainOf', {
              start: money(performance.startValue, baseCurrency),
              paid: money(performance.paidIn, baseCurrency),
              out: money(performance.paidOut, baseCurrency),
              end: money(performance.endValue, baseCurrency),
            })}
          </dd>
        </div>
      </dl>
      {performance.sentences.length > 0 ? (
        <div className="mt-5 max-w-prose space-y-2 text-body">
          {performance.sentences.map((sentence) => (
            <p key={sentence}>
              <Served>{sentence}</Served>
            </p>
          ))}
        </div>
      ) : null}
      {performance.notes.length > 0 ? (
        <ul className="mt-4 max-w-prose space-y-1 text-dense text-warn">
          {performance.notes.map((note) => (
            <li key={note}>
              <Served>{note}</Served>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function Figure({
  name,
  value,
  refusal,
  more,
}: {
  name: string;
  value: number | undefined;
  refusal: string | undefined;
  more?: string;
}) {
  return (
    <div>
      <dt className="text-dense text-muted">{name}</dt>
      {value === undefined ? (
        <dd className="mt-1 text-dense text-muted">{served(refusal)}</dd>
      ) : (
        <dd className="mt-1 text-section font-semibold">
          <Delta value={value}>{percentChange(value)}</Delta>
        </dd>
      )}
      {more ? <dd className="text-caption text-muted">{more}</dd> : null}
    </div>
  );
}
