import { useParams } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Link } from '@/shared/ui/Link';
import { Empty, Page } from '@/shared/ui/Page';
import { ForYou } from './ForYou';
import { lessons } from './model/lessons';
import { type Term, termOf, terms } from './model/terms';

/** One word: in a plain sentence, for oneself, as a formula, and how it is misread. */
export default function TermPage() {
  const { t } = useTranslation();
  const { term: id } = useParams();
  const term = termOf(id);
  if (!term)
    return (
      <Page title={t('learn.unknownTitle')}>
        <div className="card">
          <Empty
            title={t('learn.unknownTitle')}
            action={
              <ButtonLink look="primary" to="/learn">
                {t('learn.all')}
              </ButtonLink>
            }
          >
            {t('learn.unknown')}
          </Empty>
        </div>
      </Page>
    );
  return <TermText term={term} />;
}

function TermText({ term }: { term: Term }) {
  const { t } = useTranslation();
  const { id } = term;
  const near = terms.filter((other) => other.group === term.group && other.id !== id).slice(0, 8);
  const taught = lessons.filter((lesson) => (lesson.terms as readonly string[]).includes(id));
  return (
    <Page
      title={t(`term.${id}.name`)}
      lead={t(`term.${id}.ask`)}
      actions={<ButtonLink to="/learn">{t('learn.all')}</ButtonLink>}
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <article className="card space-y-5 p-5 sm:p-6">
          <p className="max-w-3xl text-[20px]/[30px] text-pretty">{t(`term.${id}.plain`)}</p>
          {term.you ? (
            <ForYou text={`term.${id}.you` as `term.value-at-risk.you`} needs={term.needs} />
          ) : null}
          <div>
            <h2 className="font-semibold">{t('learn.misread')}</h2>
            <p>{t(`term.${id}.misread`)}</p>
          </div>
          <div>
            <h2 className="font-semibold">{t('learn.formula')}</h2>
            <code className="mt-1 block rounded-control bg-surface-2 px-3 py-2 break-words whitespace-pre-wrap">
              {t(`term.${id}.formula`)}
            </code>
          </div>
        </article>
        <div className="space-y-5">
          {taught.length > 0 ? (
            <Card title={t('learn.lessonOf')}>
              <Links
                list={taught.map((lesson) => [`/learn/lessons/${lesson.id}`, t(`lesson.${lesson.id}.title`)])}
              />
            </Card>
          ) : null}
          <Card title={t(`learn.group.${term.group}`)}>
            <Links list={near.map((other) => [`/learn/${other.id}`, t(`term.${other.id}.name`)])} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function Links({ list }: { list: readonly (readonly [to: string, text: string])[] }) {
  return (
    <ul className="space-y-2">
      {list.map(([to, text]) => (
        <li key={to}>
          <Link to={to} className="text-primary underline-offset-2 hover:underline">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
