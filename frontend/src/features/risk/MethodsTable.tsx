import type { RiskResult } from '@/api/types';
import { percent, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { answers, disagreement, silent } from './model/methods';
import { type Choice, currencyOf } from './model/result';
import { useMethodName } from './words';

type Props = { result: RiskResult; choice: Choice; onChoose: (method: string) => void };

/** The same question by every method, the mildest answer first; where they differ much, why. */
export function MethodsTable({ result, choice, onChoose }: Props) {
  const { t, tell } = useTranslation();
  const methodName = useMethodName();
  const currency = currencyOf(result);
  const amount = (of: { amount: number; fraction: number }) =>
    currency ? roundMoney(-of.amount, currency) : percent(-of.fraction, 2);
  const apart = disagreement(result, choice);
  const outside = answers(result, choice).filter((figure) => figure.flags.includes('OUT_OF_DOMAIN'));
  return (
    <div className="min-w-0">
      <p className="text-dense font-medium text-muted">{t('tail.methods')}</p>
      <div className="-mx-5 mt-1 sm:mx-0">
        <Table label={t('tail.methods')}>
          <thead>
            <tr>
              <Th>{t('tail.method')}</Th>
              <Th right>{t('tail.leastShort')}</Th>
              <Th right className="max-sm:hidden">
                {t('tail.give')}
              </Th>
              <Th right>{t('tail.averageShort')}</Th>
            </tr>
          </thead>
          <tbody>
            {answers(result, choice).map((row) => (
              <Tr
                key={row.method}
                className={row.method === choice.method ? 'bg-primary-soft/60' : undefined}
              >
                <Td>
                  <button
                    type="button"
                    aria-pressed={row.method === choice.method}
                    onClick={() => onChoose(row.method)}
                    className="min-h-6 text-left font-medium underline-offset-2 hover:underline aria-pressed:text-primary"
                  >
                    {methodName(row.method)}
                  </button>
                </Td>
                <Td right>{amount(row)}</Td>
                <Td right className="text-muted max-sm:hidden">
                  {row.standardError === undefined ? '' : `±\u00a0${percent(row.standardError, 2)}`}
                </Td>
                <Td right>{amount(row.expectedShortfall)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      {apart ? (
        <div className="mt-3 rounded-control bg-warn-soft px-4 py-3 text-dense text-warn" role="note">
          <p className="font-medium">
            {t('tail.apart', {
              highest: methodName(apart.highest.method),
              lowest: methodName(apart.lowest.method),
              apart: percent(apart.apart, 0),
            })}
          </p>
          <ul className="mt-1 list-disc space-y-1 pl-4">
            {apart.causes.map((cause) => (
              <li key={cause}>{t(`tail.cause.${cause}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {outside.map((figure) => (
        <p key={figure.method} className="mt-2 text-dense text-muted">
          {t('tail.outside', { method: methodName(figure.method) })}
        </p>
      ))}
      {silent(result).map(({ method, reason }) => (
        <p key={method} className="mt-2 text-dense text-muted">
          {t('tail.silent', { method: methodName(method), reason: tell(reason).text })}
        </p>
      ))}
    </div>
  );
}
