import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { api, unwrap } from '@/api/client';
import { day, dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { CredentialsCard } from './CredentialsCard';

/** Keys for one's own scripts. */
export function AccessTokens() {
  const { t } = useTranslation();
  return (
    <CredentialsCard
      texts="tokens"
      longestName={80}
      list={async (signal) => (await unwrap(api.GET('/api/v1/me/tokens', { signal }))).items}
      create={(body, headers) => unwrap(api.POST('/api/v1/me/tokens', { body, headers }))}
      revoke={(id) => unwrap(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } }))}
      columns={[
        { name: 'tokens.created', of: (token) => day(token.createdAt) },
        {
          name: 'tokens.used',
          of: (token) => (token.lastUsedAt ? dayTime(token.lastUsedAt) : t('tokens.never')),
        },
      ]}
      fresh={(made) => <Secret text={made.token} />}
    />
  );
}

function Secret({ text }: { text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <code className="min-w-0 rounded-control bg-surface px-2 py-1.5 text-dense break-all select-all">
        {text}
      </code>
      <Button
        size="small"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <Icon className="size-4" aria-hidden="true" />
        {copied ? t('tokens.copied') : t('tokens.copy')}
      </Button>
    </div>
  );
}
