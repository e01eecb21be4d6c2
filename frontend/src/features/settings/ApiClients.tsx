import { api, unwrap } from '@/api/client';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { CredentialsCard } from './CredentialsCard';

/** Credentials for programs: an id that is listed, and a secret that is shown once. */
export function ApiClients() {
  const { t } = useTranslation();
  return (
    <CredentialsCard
      texts="programs"
      longestName={100}
      list={async (signal) =>
        (await unwrap(api.GET('/api/v1/me/clients', { signal }))).items.map((program) => ({
          ...program,
          id: program.clientId,
        }))
      }
      create={(body, headers) => unwrap(api.POST('/api/v1/me/clients', { body, headers }))}
      revoke={(clientId) =>
        unwrap(api.DELETE('/api/v1/me/clients/{clientId}', { params: { path: { clientId } } }))
      }
      columns={[
        { name: 'programs.id', of: (program) => program.clientId, className: 'break-all' },
        { name: 'programs.created', of: (program) => day(program.createdAt) },
      ]}
      fresh={(made) => (
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt>{t('programs.id')}</dt>
          <dd>
            <code className="break-all select-all">{made.clientId}</code>
          </dd>
          <dt>{t('programs.secret')}</dt>
          <dd>
            <code className="break-all select-all">{made.clientSecret}</code>
          </dd>
        </dl>
      )}
    />
  );
}
