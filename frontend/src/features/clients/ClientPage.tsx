import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Client, ClientRequest } from '@/api/types';
import { useMargin } from '@/features/margin/api';
import { EventsCard } from '@/features/margin/EventsCard';
import { MarginCard } from '@/features/margin/MarginCard';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { clientQuery, useChangeClient, useDeleteClient } from './api';
import { ClientForm } from './ClientForm';
import { GrantsCard } from './GrantsCard';
import { PositionsCard } from './PositionsCard';
import { TrailCard } from './TrailCard';

/** One client: how the account stands, what it holds, what is noted, and who may see it. */
export default function ClientPage() {
  const { t } = useTranslation();
  const { clientId = '' } = useParams();
  const known = useQuery(clientQuery(clientId));
  const client = known.data?.body;
  const [editing, setEditing] = useState(false);
  return (
    <Page
      title={client?.name ?? t('clients.one')}
      lead={
        client
          ? `${t('clients.number', { number: client.number })} · ${t('clients.since', { when: day(client.createdAt) })}`
          : null
      }
      actions={
        client ? (
          <>
            <ButtonLink to={`/margin?portfolio=${client.portfolioId}`}>{t('clients.margin')}</ButtonLink>
            <ButtonLink to={`/portfolios/${client.portfolioId}`}>
              <ExternalLink className="size-[18px]" aria-hidden="true" />
              {t('clients.pages')}
            </ButtonLink>
            {editing ? null : (
              <Button look="primary" onClick={() => setEditing(true)}>
                <Pencil className="size-[18px]" aria-hidden="true" />
                {t('clients.edit')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      {known.error ? <ProblemNotice error={known.error} onRetry={() => void known.refetch()} /> : null}
      {known.isPending ? <Skeleton className="h-80 w-full" /> : null}
      {client ? (
        <>
          {editing ? (
            <Edit
              client={client}
              etag={known.data?.etag ?? null}
              refetch={known.refetch}
              onDone={() => setEditing(false)}
            />
          ) : null}
          <Standing portfolioId={client.portfolioId} />
          <PositionsCard client={client} />
          {client.notes ? (
            <Card title={t('clients.notes')}>
              <p className="whitespace-pre-wrap">{client.notes}</p>
            </Card>
          ) : null}
          <EventsCard portfolioId={client.portfolioId} />
          <GrantsCard clientId={client.id} />
          <TrailCard clientId={client.id} />
          <Delete client={client} />
        </>
      ) : null}
    </Page>
  );
}

function Standing({ portfolioId }: { portfolioId: string }) {
  const margin = useMargin(portfolioId);
  if (margin.error) return <ProblemNotice error={margin.error} onRetry={() => void margin.refetch()} />;
  return margin.data ? <MarginCard margin={margin.data} /> : <Skeleton className="h-72 w-full" />;
}

type EditProps = {
  client: Client;
  etag: string | null;
  refetch: () => Promise<{ data?: { etag: string | null } | undefined }>;
  onDone: () => void;
};

function Edit({ client, etag, refetch, onDone }: EditProps) {
  const { t } = useTranslation();
  const change = useChangeClient(client.id);
  // the version that was opened, not one that arrived behind the form
  const [opened] = useState(etag);
  const save = (body: ClientRequest, version = opened) =>
    change.mutate(
      { body, etag: version },
      {
        onSuccess: () => {
          toast(t('clients.changed'));
          onDone();
        },
      },
    );
  return (
    <Card title={t('clients.editTitle')}>
      <ClientForm
        start={client}
        saving={change.isPending}
        error={change.error}
        onCancel={onDone}
        onSave={(body) => save(body)}
        onOverride={async (body) => {
          const { data } = await refetch();
          if (data) save(body, data.etag);
        }}
      />
    </Card>
  );
}

/** Deleting asks once more in place, with the name of what goes. */
function Delete({ client }: { client: Client }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteClient();
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {asking ? (
        <>
          <p>{t('clients.deleteSure', { name: client.name })}</p>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(client.id, { onSuccess: () => void navigate('/clients') })}
          >
            {t('clients.deleteYes')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('clients.deleteNo')}</Button>
        </>
      ) : (
        <Button look="ghost" onClick={() => setAsking(true)}>
          {t('clients.delete')}
        </Button>
      )}
      {remove.error ? <ProblemNotice error={remove.error} className="w-full" /> : null}
    </div>
  );
}
