import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCreation } from '@/api/creation';
import { type TextKey, useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

type Props<Item extends { id: string; name: string }, Made> = {
  /** the chapter of the texts that says what these credentials are */
  texts: 'tokens' | 'programs';
  longestName: number;
  list: (signal: AbortSignal) => Promise<readonly Item[]>;
  create: (body: { name: string }, headers: { 'Idempotency-Key': string }) => Promise<Made>;
  revoke: (id: string) => Promise<unknown>;
  /** what is told of each beside its name */
  columns: readonly { name: TextKey; of: (item: Item) => ReactNode; className?: string }[];
  /** what is shown once, when one is made */
  fresh: (made: Made) => ReactNode;
};

/** Credentials of a kind: made under a name, their secret shown once, listed without it, and taken back at once. */
export function CredentialsCard<Item extends { id: string; name: string }, Made>(props: Props<Item, Made>) {
  const { texts, longestName, list, columns, fresh } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: [texts] });
  const known = useQuery({ queryKey: [texts], queryFn: ({ signal }) => list(signal) });
  const create = useCreation(props.create, changed);
  const revoke = useMutation({ mutationFn: props.revoke, onSuccess: changed });
  const [name, setName] = useState('');
  const problem = create.error ?? revoke.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !create.isPending)
      create.mutate({ name: name.trim() }, { onSuccess: () => setName('') });
  };
  return (
    <Card title={t(`${texts}.title`)} term={t(`${texts}.why`)}>
      <form onSubmit={submit} className="flex max-w-lg flex-wrap items-end gap-3">
        <TextField
          className="min-w-48 flex-1"
          label={t(`${texts}.name`)}
          value={name}
          maxLength={longestName}
          placeholder={t(`${texts}.example`)}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''} busy={create.isPending}>
          {t(`${texts}.create`)}
        </Button>
      </form>
      {problem ? <ProblemNotice error={problem} className="mt-4" /> : null}
      {create.data ? (
        <div
          role="status"
          className="mt-4 rounded-card border border-primary/30 bg-primary-soft p-4 text-dense"
        >
          <p className="font-medium">{t(`${texts}.once`)}</p>
          {fresh(create.data)}
        </div>
      ) : null}
      {known.error ? (
        <ProblemNotice error={known.error} className="mt-4" onRetry={() => void known.refetch()} />
      ) : null}
      {known.data && known.data.length > 0 ? (
        <div className="-mx-5 mt-5">
          <Table label={t(`${texts}.table`)}>
            <thead>
              <tr>
                <Th>{t(`${texts}.name`)}</Th>
                {columns.map((column) => (
                  <Th key={column.name} className="max-sm:hidden">
                    {t(column.name)}
                  </Th>
                ))}
                <Th right>
                  <span className="sr-only">{t('jobs.actions')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {known.data.map((item) => (
                <Tr key={item.id}>
                  <Td className="font-medium">{item.name}</Td>
                  {columns.map((column) => (
                    <Td key={column.name} className={`text-muted max-sm:hidden ${column.className ?? ''}`}>
                      {column.of(item)}
                    </Td>
                  ))}
                  <Td right>
                    <Button
                      size="small"
                      look="danger"
                      busy={revoke.isPending && revoke.variables === item.id}
                      aria-label={t(`${texts}.revokeName`, { name: item.name })}
                      onClick={() => revoke.mutate(item.id)}
                    >
                      {t(`${texts}.revoke`)}
                    </Button>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
    </Card>
  );
}
