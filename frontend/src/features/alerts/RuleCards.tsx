import { useQuery } from '@tanstack/react-query';
import type { AlertRuleRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { ruleQuery, useAddRule, useChangeRule } from './api';
import { draftOf, emptyRule, type Kind } from './model/rule';
import { RuleForm } from './RuleForm';

type AddProps = {
  kind: Kind;
  symbol: string | undefined;
  portfolioId: string | undefined;
  onDone: () => void;
};

/** A further rule. */
export function AddRule({ kind, symbol, portfolioId, onDone }: AddProps) {
  const { t } = useTranslation();
  const add = useAddRule();
  return (
    <Card title={t('alerts.newTitle')} term={t('alerts.newTerm')}>
      <RuleForm
        start={emptyRule(kind, { ...(symbol ? { symbol } : {}), ...(portfolioId ? { portfolioId } : {}) })}
        saving={add.isPending}
        error={add.error}
        onCancel={onDone}
        onSave={(body) =>
          add.mutate(body, {
            onSuccess: () => {
              toast(t('alerts.added'));
              onDone();
            },
          })
        }
      />
    </Card>
  );
}

export function EditRule({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const known = useQuery(ruleQuery(id));
  const change = useChangeRule();
  const opened = known.data?.etag ?? null;
  const save = (body: AlertRuleRequest, etag = opened) =>
    change.mutate(
      { id, body, etag },
      {
        onSuccess: () => {
          toast(t('alerts.changed'));
          onDone();
        },
      },
    );
  return (
    <Card title={t('alerts.editTitle')} term={known.data?.body.name}>
      {known.error ? <ProblemNotice error={known.error} onRetry={() => void known.refetch()} /> : null}
      {known.data ? (
        <RuleForm
          start={draftOf(known.data.body)}
          saving={change.isPending}
          error={change.error}
          onCancel={onDone}
          onSave={save}
          onOverride={async (body) => {
            const { data } = await known.refetch();
            if (data) save(body, data.etag);
          }}
        />
      ) : known.isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : null}
    </Card>
  );
}
