import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Allocation, Target } from '@/api/types';
import { percent, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { type Dimension, useForgetTarget, useSetTarget } from './api';
import { type Draft, heldDraft, percentOf, savedDraft, totalOf, weightsOf } from './model/target';
import { useKeyName } from './words';

type Props = { portfolioId: string; by: Dimension; allocation: Allocation; target: Target | null };

/** What one decides to hold, in percent of the whole. Saving one of another kind takes the place of the last. */
export function TargetForm({ portfolioId, by, allocation, target }: Props) {
  const { t } = useTranslation();
  const keyName = useKeyName();
  const save = useSetTarget(portfolioId);
  const forget = useForgetTarget(portfolioId);
  const mine = target?.by === by ? target : undefined;
  const [draft, setDraft] = useState<Draft>(() =>
    mine ? savedDraft(allocation, mine) : Object.fromEntries(allocation.slices.map(({ key }) => [key, ''])),
  );
  const [further, setFurther] = useState('');
  const total = totalOf(draft);
  const weights = weightsOf(draft);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (weights) save.mutate({ by, weights });
  };
  const add = () => {
    const typed = further.trim();
    if (typed === '') return;
    const key = by === 'class' || by === 'currency' ? typed.toUpperCase() : typed;
    setDraft((old) => ({ [key]: '', ...old }));
    setFurther('');
  };

  return (
    <Card title={t('target.title')} term={t('target.term')}>
      <form onSubmit={submit} className="space-y-4">
        <p className="max-w-2xl text-muted">{t('target.why')}</p>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {Object.entries(draft).map(([key, text]) => (
            <TextField
              key={key}
              label={t('target.share', { name: keyName(by, key) })}
              inputMode="decimal"
              autoComplete="off"
              placeholder="0"
              value={text}
              error={percentOf(text) === undefined ? t('target.notNumber') : undefined}
              onChange={(event) => setDraft((old) => ({ ...old, [key]: event.target.value }))}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            label={t('target.further')}
            maxLength={64}
            value={further}
            className="w-56"
            onChange={(event) => setFurther(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <Button onClick={add} disabled={further.trim() === ''}>
            <Plus className="size-4" aria-hidden="true" />
            {t('target.add')}
          </Button>
        </div>
        <p role="status" className="figures text-dense">
          {total === undefined
            ? t('target.unreadable')
            : total === 100
              ? t('target.whole')
              : t('target.total', {
                  total: percent(total / 100, 1),
                  left: percentChange((100 - total) / 100, 1),
                })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={!weights} busy={save.isPending}>
            {t('target.save')}
          </Button>
          <Button onClick={() => setDraft(heldDraft(allocation))}>{t('target.asHeld')}</Button>
          {target ? (
            <Button look="ghost" busy={forget.isPending} onClick={() => forget.mutate()}>
              {t('target.forget')}
            </Button>
          ) : null}
        </div>
        {save.error || forget.error ? <ProblemNotice error={save.error ?? forget.error} /> : null}
      </form>
    </Card>
  );
}
