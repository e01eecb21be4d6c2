import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { useSettings } from '@/shared/settings/settings';
import { Badge } from '@/shared/ui/Badge';
import { ButtonLink } from '@/shared/ui/Button';
import { TextField } from '@/shared/ui/Field';
import { Link } from '@/shared/ui/Link';
import { Page } from '@/shared/ui/Page';
import { lessons } from './model/lessons';
import { groups, terms } from './model/terms';

/** What there is to learn: six short lessons, and every word of the pages. */
export default function LearnPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('learn.title')} lead={t('learn.lead')}>
      <section aria-labelledby="lessons" className="space-y-3">
        <h2 id="lessons" className="text-section font-semibold">
          {t('learn.lessons')}
        </h2>
        <Lessons />
      </section>
      <Words />
    </Page>
  );
}

function Lessons() {
  const { t } = useTranslation();
  const done = useSettings(({ lessonsDone }) => lessonsDone);
  return (
    <ol className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {lessons.map(({ id }, index) => (
        <li key={id} className="card flex flex-col gap-3 p-5">
          <div className="flex items-start justify-between gap-3">
            <p className="text-dense text-muted">
              {index + 1} · {t('learn.minutes')}
            </p>
            {done.includes(id) ? (
              <Badge tone="gain">
                <Check className="size-3.5" aria-hidden="true" />
                {t('learn.done')}
              </Badge>
            ) : null}
          </div>
          <div className="flex-1">
            <h3 className="text-section font-semibold">{t(`lesson.${id}.title`)}</h3>
            <p className="text-muted">{t(`lesson.${id}.lead`)}</p>
          </div>
          <ButtonLink
            className="self-start"
            look={done.includes(id) ? 'secondary' : 'primary'}
            to={`/learn/lessons/${id}`}
            aria-label={`${t(done.includes(id) ? 'learn.again' : 'learn.start')}: ${t(`lesson.${id}.title`)}`}
          >
            {t(done.includes(id) ? 'learn.again' : 'learn.start')}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}

function Words() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = terms.filter(({ id }) =>
    `${t(`term.${id}.name`)} ${t(`term.${id}.ask`)}`.toLowerCase().includes(wanted),
  );
  return (
    <section aria-labelledby="words" className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="words" className="text-section font-semibold">
          {t('learn.terms')}
        </h2>
        <TextField
          className="w-full sm:w-72"
          type="search"
          label={t('learn.find')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <p role="status" className={found.length === 0 ? 'text-muted' : 'sr-only'}>
        {found.length === 0 ? t('learn.none', { words: words.trim() }) : ''}
      </p>
      {groups.map((group) => {
        const rows = found.filter((term) => term.group === group);
        return rows.length === 0 ? null : (
          <section key={group} aria-labelledby={`group-${group}`} className="card p-5">
            <h3 id={`group-${group}`} className="font-semibold">
              {t(`learn.group.${group}`)}
            </h3>
            <ul className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2">
              {rows.map(({ id }) => (
                <li key={id}>
                  <Link
                    to={`/learn/${id}`}
                    className="font-medium text-primary underline-offset-2 hover:underline"
                  >
                    {t(`term.${id}.name`)}
                  </Link>
                  <p className="text-dense text-muted">{t(`term.${id}.ask`)}</p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
