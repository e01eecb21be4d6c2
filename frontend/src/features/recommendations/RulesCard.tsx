import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { rulesQuery } from './api';
import { measured } from './model/measure';
import { ThresholdForm } from './ThresholdForm';

/** Every rule that looks at a portfolio, whether it has something to say or not. */
export function RulesCard() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const rules = useQuery({ ...rulesQuery, enabled: opened });
  return (
    <Card title={t('rules.title')} term={t('rules.term')}>
      <details onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary className="min-h-6 font-medium text-primary">{t('rules.show')}</summary>
        {rules.error ? (
          <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} className="mt-3" />
        ) : null}
        {opened && rules.isPending ? <Skeleton className="mt-3 h-64 w-full" /> : null}
        {rules.data ? (
          <div className="-mx-5 mt-3">
            <Table label={t('rules.term')}>
              <thead>
                <tr>
                  <Th>{t('rules.rule')}</Th>
                  <Th right>{t('recommendations.threshold')}</Th>
                  <Th>
                    <span className="sr-only">{t('recommendations.edit')}</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {rules.data.map((rule) => (
                  <Tr key={rule.rule}>
                    <Td>
                      <span className="block font-medium">
                        <Served>{rule.title}</Served>
                      </span>
                      <span className="text-caption text-muted">{t(`rule.${rule.rule}`)}</span>
                    </Td>
                    <Td right>
                      {measured(rule.threshold, rule.unit)}
                      {rule.threshold === rule.defaultThreshold ? null : (
                        <span className="block text-caption text-muted">
                          {t('rules.instead', { value: measured(rule.defaultThreshold, rule.unit) })}
                        </span>
                      )}
                    </Td>
                    <Td>
                      <ThresholdForm
                        rule={rule.rule}
                        unit={rule.unit}
                        threshold={rule.threshold}
                        byDefault={rule.defaultThreshold}
                      />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </div>
        ) : null}
      </details>
    </Card>
  );
}
