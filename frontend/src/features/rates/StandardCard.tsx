import type { MarginRates } from '@/api/types';
import { percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Explain } from '@/shared/ui/Explain';

export const kinds = ['initialLong', 'maintenanceLong', 'initialShort', 'maintenanceShort'] as const;

/** The rule for everybody, below which no rate may lie. */
export function StandardCard({ standard }: { standard: MarginRates }) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('rates.standard')}
      term={t('rates.standardTerm')}
      learn="maintenance-margin"
      actions={
        <Explain about={t('rates.standard')} term={t('rates.standardTerm')}>
          <p>{t('rates.explain.what')}</p>
          <p>{t('rates.explain.short')}</p>
          <p>{t('rates.explain.class')}</p>
        </Explain>
      }
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 lg:grid-cols-4">
        {kinds.map((kind) => (
          <div key={kind} className="min-w-0">
            <dt className="text-dense text-muted">{t(`rates.column.${kind}`)}</dt>
            <dd className="figures text-section font-semibold">{percent(standard[kind], 0)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
