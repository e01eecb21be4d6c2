import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Member } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { cx } from '@/shared/ui/cx';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { membersQuery } from './api';

const WAIT_MS = 200;

type Props = {
  chosen: Member | undefined;
  onChoose: (member: Member | undefined) => void;
  error?: ReactNode;
};

/** One of the organisation, found by name or address. Who sees every client anyway is named and cannot be chosen. */
export function MemberPicker({ chosen, onChoose, error }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLDivElement>(null);
  const [again, setAgain] = useState(false);
  useEffect(() => {
    if (again && !chosen) field.current?.querySelector('input')?.focus();
  }, [again, chosen]);
  return (
    <div ref={field} className="min-w-64 flex-1">
      {chosen ? (
        <>
          <p className="mb-1.5 text-dense font-medium">{t('clients.member')}</p>
          <p className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0">
              <span className="font-medium">{chosen.name}</span>{' '}
              <span className="text-dense break-all text-muted">{chosen.email}</span>
            </span>
            <Button
              size="small"
              look="ghost"
              onClick={() => {
                setAgain(true);
                onChoose(undefined);
              }}
            >
              {t('clients.memberOther')}
            </Button>
          </p>
          {error ? <p className="mt-1.5 text-dense text-danger">{error}</p> : null}
        </>
      ) : (
        <Search onChoose={onChoose} />
      )}
    </div>
  );
}

function Search({ onChoose }: { onChoose: (member: Member) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setWords(text.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const members = useQuery({ ...membersQuery(words), enabled: open });
  const found = open ? (members.data?.items ?? []) : [];
  const free = found.flatMap((member, index) => (member.seesAllClients ? [] : [index]));
  const marked = free[Math.min(at, free.length - 1)];

  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (open && free.length > 0)
        setAt(
          (Math.min(at, free.length - 1) + (event.key === 'ArrowDown' ? 1 : -1) + free.length) % free.length,
        );
    } else if (event.key === 'Enter' && open) {
      // Enter chooses; it does not send the form that the field stands in
      event.preventDefault();
      const member = marked === undefined ? undefined : found[marked];
      if (member) onChoose(member);
    }
  };
  return (
    <div className="relative">
      <TextField
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={marked === undefined ? undefined : `${id}-${marked}`}
        label={t('clients.member')}
        hint={t('clients.memberHint')}
        maxLength={100}
        autoComplete="off"
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={key}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('clients.members')}
        className={cx(
          'absolute inset-x-0 top-[68px] z-10 max-h-64 overflow-y-auto rounded-control border border-line bg-surface p-1 shadow-[0_8px_24px_rgb(0_0_0/0.16)]',
          found.length === 0 && 'hidden',
        )}
      >
        {found.map((member, index) => (
          // the keys are the field's: it names the marked entry, and Enter chooses it
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={member.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            aria-disabled={member.seesAllClients || undefined}
            // the field keeps the focus, and with it its list
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (!member.seesAllClients) onChoose(member);
            }}
            onPointerMove={() => {
              if (free.includes(index)) setAt(free.indexOf(index));
            }}
            className={cx(
              'rounded-control px-3 py-1.5',
              member.seesAllClients ? 'text-muted' : 'cursor-pointer',
              index === marked && 'bg-primary-soft',
            )}
          >
            <span className="font-medium">{member.name}</span>{' '}
            <span className="text-dense break-all text-muted">
              {member.seesAllClients ? t('clients.memberSeesAll') : member.email}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="mt-1 text-dense text-muted empty:mt-0">
        {open && members.data && found.length === 0
          ? t('clients.memberNone')
          : found.length > 0 && members.data?.nextCursor
            ? t('clients.memberMore')
            : null}
      </p>
      {members.error ? (
        <ProblemNotice error={members.error} onRetry={() => void members.refetch()} className="mt-2" />
      ) : null}
    </div>
  );
}
