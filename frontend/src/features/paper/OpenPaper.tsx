import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { asProblem } from '@/api/problem';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useOpenPaper } from './api';

/** A paper account to be opened: a name and the virtual cash it starts with. */
export function OpenPaper({ first }: { first: boolean }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const open = useOpenPaper();
  const [name, setName] = useState('');
  const [cash, setCash] = useState('100000');
  const fine = /^\d+(\.\d{1,2})?$/.test(cash.trim()) && Number(cash) > 0;
  const refused = open.error ? asProblem(open.error) : undefined;
  const said = (field: string) => saidAt(refused, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fine || open.isPending) return;
    open.mutate(
      { cash: cash.trim(), ...(name.trim() ? { name: name.trim() } : {}) },
      { onSuccess: (made) => setSearch({ portfolio: made.id }, { replace: true }) },
    );
  };
  return (
    <Card title={t('paper.openTitle')} term={t('paper.openTerm')}>
      <p className="mb-4 max-w-2xl text-muted">{t('paper.openWhy')}</p>
      <form onSubmit={submit} noValidate className="space-y-4">
        <div className="grid max-w-xl gap-4 sm:grid-cols-2">
          <TextField
            label={t('paper.name')}
            hint={t('paper.nameHint')}
            maxLength={100}
            value={name}
            error={said('name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t('paper.cash')}
            inputMode="decimal"
            autoComplete="off"
            value={cash}
            error={fine ? said('cash') : t('paper.fault.number')}
            onChange={(event) => setCash(event.target.value)}
          />
        </div>
        {refused ? <ProblemNotice error={refused} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={open.isPending} disabled={!fine}>
            {t('paper.open')}
          </Button>
          {first ? null : (
            <Button onClick={() => setSearch({}, { replace: true })}>{t('paper.cancel')}</Button>
          )}
        </div>
      </form>
    </Card>
  );
}
