import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { AlertRuleRequest } from '@/api/types';
import { HolderOptions, useHolders } from '@/features/clients/Holders';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { CheckField, SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import {
  aboutEither,
  aboutSymbol,
  type Draft,
  faults,
  type Field,
  kinds,
  ofKind,
  rearms,
  requestOf,
  unitOf,
} from './model/rule';

type Props = {
  start: Draft;
  saving: boolean;
  error: unknown;
  onSave: (request: AlertRuleRequest) => void;
  /** saves although somebody changed it meanwhile */
  onOverride?: (request: AlertRuleRequest) => void;
  onCancel: () => void;
};

/** What shall be told of, and from where. A refusal keeps what was typed and stands at its field. */
export function RuleForm({ start, saving, error, onSave, onOverride, onCancel }: Props) {
  const { t } = useTranslation();
  const holders = useHolders();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const first = holders.portfolios[0]?.id ?? holders.clients[0]?.id ?? '';
  // a rule of a portfolio is about the first one until another is chosen
  const portfolioId =
    draft.portfolioId || aboutSymbol(draft) || aboutEither(draft) ? draft.portfolioId : first;
  const filled = { ...draft, portfolioId };
  const found = faults(filled);
  const refused = error ? asProblem(error) : undefined;
  const request = () => requestOf(filled, t('alerts.nameless', { kind: t(`alerts.kind.${draft.kind}`) }));

  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const fault = (field: Field) => {
    const own = tried ? found[field] : undefined;
    return own ? t(`alerts.fault.${own}`) : saidAt(refused, field);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length === 0) onSave(request());
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const unit = unitOf(draft);
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          label={t('alerts.what')}
          value={draft.kind}
          hint={t(`alerts.kindWhy.${draft.kind}`)}
          onChange={(event) =>
            setDraft((old) => ofKind(old, kinds.find((kind) => kind === event.target.value) ?? old.kind))
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`alerts.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        {aboutSymbol(draft) || aboutEither(draft) ? (
          <TextField
            label={t('column.symbol')}
            hint={aboutEither(draft) ? t('alerts.symbolOr') : undefined}
            autoComplete="off"
            maxLength={32}
            value={draft.symbol}
            error={fault('symbol')}
            onChange={(event) => set({ symbol: event.target.value })}
          />
        ) : null}
        {aboutSymbol(draft) ? null : (
          <SelectField
            label={t('alerts.portfolio')}
            value={portfolioId}
            error={fault('portfolioId')}
            onChange={(event) => set({ portfolioId: event.target.value })}
          >
            {aboutEither(draft) ? <option value="">{t('alerts.noPortfolio')}</option> : null}
            <HolderOptions {...holders} />
          </SelectField>
        )}
        <Condition draft={draft} set={set} />
        {unit === 'state' ? (
          <SelectField
            label={t('alerts.fromState')}
            value={draft.marginState}
            onChange={(event) => set({ marginState: event.target.value as Draft['marginState'] })}
          >
            {(['WATCH', 'WARNING', 'CALL'] as const).map((state) => (
              <option key={state} value={state}>
                {t(`alerts.marginState.${state}`)}
              </option>
            ))}
          </SelectField>
        ) : (
          <TextField
            label={t(`alerts.threshold.${draft.kind === 'MARGIN_DISTANCE' ? 'distance' : unit}`)}
            inputMode="decimal"
            autoComplete="off"
            value={draft.threshold}
            error={fault('threshold')}
            onChange={(event) => set({ threshold: event.target.value })}
          />
        )}
      </div>
      <details>
        <summary className="min-h-6 font-medium text-primary">{t('alerts.more2')}</summary>
        <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          <TextField
            label={t('alerts.name')}
            hint={t('alerts.nameHint')}
            maxLength={100}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          {draft.kind === 'PERCENT_MOVE' ? (
            <TextField
              label={t('alerts.window')}
              hint={t('alerts.windowHint')}
              inputMode="numeric"
              value={draft.windowMinutes}
              error={fault('windowMinutes')}
              onChange={(event) => set({ windowMinutes: event.target.value })}
            />
          ) : null}
          {draft.kind === 'DRAWDOWN' ? (
            <TextField
              type="date"
              label={t('alerts.peakSince')}
              hint={t('alerts.peakSinceHint')}
              value={draft.since}
              onChange={(event) => set({ since: event.target.value })}
            />
          ) : null}
          {rearms(draft) ? (
            <TextField
              label={t(`alerts.rearm.${unit === 'percent' ? 'percent' : 'plain'}`)}
              hint={t('alerts.rearmHint')}
              inputMode="decimal"
              value={draft.rearmMargin}
              error={fault('rearmMargin')}
              onChange={(event) => set({ rearmMargin: event.target.value })}
            />
          ) : null}
          <CheckField
            label={t('alerts.isUrgent')}
            hint={t('alerts.urgentHint')}
            checked={draft.urgent}
            onChange={(event) => set({ urgent: event.target.checked })}
          />
        </div>
      </details>
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('alerts.override')}
          onRetry={refused?.status === 412 && onOverride ? () => onOverride(request()) : undefined}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={saving}>
          {saving ? t('alerts.saving') : t('alerts.save')}
        </Button>
        <Button onClick={onCancel}>{t('alerts.cancel')}</Button>
      </div>
    </form>
  );
}

/** What some kinds ask besides their threshold. */
function Condition({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  if (draft.kind === 'PRICE' || draft.kind === 'PERCENT_MOVE')
    return (
      <SelectField
        label={t('alerts.direction')}
        value={draft.direction}
        onChange={(event) => set({ direction: event.target.value as Draft['direction'] })}
      >
        {(draft.kind === 'PRICE'
          ? (['BELOW', 'ABOVE'] as const)
          : (['EITHER', 'BELOW', 'ABOVE'] as const)
        ).map((direction) => (
          <option key={direction} value={direction}>
            {t(`alerts.${draft.kind === 'PRICE' ? 'priceIs' : 'moves'}.${direction}`)}
          </option>
        ))}
      </SelectField>
    );
  const measures =
    draft.kind === 'VALUE_AT_RISK'
      ? (['LOSS_BEYOND', 'LIMIT'] as const)
      : draft.kind === 'MARGIN_DISTANCE'
        ? (['DISTANCE', 'STATE'] as const)
        : [];
  if (measures.length === 0) return null;
  const starts = { LOSS_BEYOND: '1', LIMIT: '3', DISTANCE: '10', STATE: '' } as const;
  return (
    <>
      <SelectField
        label={t('alerts.measure')}
        value={draft.measure}
        onChange={(event) => {
          const measure = measures.find((known) => known === event.target.value) ?? draft.measure;
          set({ measure, threshold: starts[measure], rearmMargin: '' });
        }}
      >
        {measures.map((measure) => (
          <option key={measure} value={measure}>
            {t(`alerts.measures.${measure}`)}
          </option>
        ))}
      </SelectField>
      {draft.kind === 'VALUE_AT_RISK' ? (
        <SelectField
          label={t('alerts.confidence')}
          value={draft.confidence}
          onChange={(event) => set({ confidence: event.target.value === '0.99' ? '0.99' : '0.95' })}
        >
          <option value="0.95">95%</option>
          <option value="0.99">99%</option>
        </SelectField>
      ) : null}
    </>
  );
}
