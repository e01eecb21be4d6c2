import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api, unwrap } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Me } from '@/api/types';
import { useFarewell } from '@/features/session/farewell';
import { sessionQuery } from '@/features/session/session';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { Button, ButtonAnchor } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Dialog } from '@/shared/ui/Dialog';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

/** The way out: what it costs, the way to take everything along, and only then the deletion. */
export function DeleteAccount({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('deleteAccount.title')} term={t('deleteAccount.why')}>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('deleteAccount.begin')}
      </Button>
      {open ? (
        <Dialog title={t('deleteAccount.title')} onClose={() => setOpen(false)}>
          <Confirmation me={me} />
        </Dialog>
      ) : null}
    </Card>
  );
}

const same = (typed: string, expected: string) =>
  typed.trim().toLocaleLowerCase('en') === expected.toLocaleLowerCase('en');

function Confirmation({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const expected = me.user.email ?? me.user.name;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/me', { body: { confirmation: typed.trim() } })),
    onSuccess: () => {
      useFarewell.setState({ deleted: true });
      // nothing of the account stays in this page, which ends here whatever the session's last moments are
      client.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'frame' && queryKey[0] !== 'session',
      });
      client.setQueryData(sessionQuery.queryKey, { signedIn: false });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(!same(typed, expected));
    if (same(typed, expected) && !remove.isPending) remove.mutate();
  };
  const refused = remove.error
    ? asProblem(remove.error).errors.find(({ field }) => field === 'confirmation')
    : undefined;
  return (
    <form onSubmit={submit} className="space-y-5">
      <div>
        <p>{t('deleteAccount.means')}</p>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          <li>{t('deleteAccount.data')}</li>
          <li>{t('deleteAccount.access')}</li>
          <li>{t('deleteAccount.shared')}</li>
          <li>{t('deleteAccount.final')}</li>
        </ul>
      </div>
      <div>
        <p className="mb-2 text-muted">{t('deleteAccount.takeAlong')}</p>
        <div className="flex flex-wrap gap-2">
          <ButtonAnchor href="/api/v1/export" download="riskwatch.json">
            <Download className="size-[18px]" aria-hidden="true" />
            {t('settings.exportJson')}
          </ButtonAnchor>
          <ButtonAnchor href="/api/v1/export/csv" download="riskwatch.zip">
            <Download className="size-[18px]" aria-hidden="true" />
            {t('settings.exportCsv')}
          </ButtonAnchor>
        </div>
      </div>
      <TextField
        label={t(me.user.email ? 'deleteAccount.typeEmail' : 'deleteAccount.typeName', { expected })}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        error={wrong ? t('deleteAccount.different', { expected }) : served(refused?.message)}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
      />
      {remove.error && !refused ? <ProblemNotice error={remove.error} /> : null}
      <Button type="submit" look="danger" busy={remove.isPending}>
        {remove.isPending ? t('deleteAccount.busy') : t('deleteAccount.yes')}
      </Button>
    </form>
  );
}
