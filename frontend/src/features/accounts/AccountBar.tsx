import { Landmark } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { SelectField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import type { useAccountFilter } from './useAccountFilter';

const AccountsDialog = lazy(() => import('./AccountsDialog'));

type Props = { portfolioId: string; filter: ReturnType<typeof useAccountFilter> };

/** Which account is looked at, where there are several, and the way to open, rename and close them. */
export function AccountBar({ portfolioId, filter }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { accounts, accountId, choose, error, retry } = filter;
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  return (
    <div className="flex flex-wrap items-end gap-2">
      {accounts.length > 1 ? (
        <SelectField
          label={t('accounts.which')}
          className="w-56"
          value={accountId ?? ''}
          onChange={(event) => choose(event.target.value || undefined)}
        >
          <option value="">{t('accounts.all')}</option>
          {accounts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <Button aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <Landmark className="size-[18px]" aria-hidden="true" />
        {t('accounts.manage')}
      </Button>
      {opened ? (
        <Suspense>
          <AccountsDialog portfolioId={portfolioId} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
