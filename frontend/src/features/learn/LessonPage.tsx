import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { useSettings } from '@/shared/settings/settings';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Link } from '@/shared/ui/Link';
import { Empty, Page } from '@/shared/ui/Page';
import { Progress } from '@/shared/ui/Progress';
import { ForYou } from './ForYou';
import { type Lesson, lessonOf } from './model/lessons';

/** A lesson of three steps on one's own figures, with a question at the end. */
export default function LessonPage() {
  const { t } = useTranslation();
  const lesson = lessonOf(useParams().lessonId);
  if (lesson) return <Steps key={lesson.id} lesson={lesson} />;
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
        />
      </div>
    </Page>
  );
}

function Steps({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useRef(at);
  const { id, steps } = lesson;
  const step = steps[at];
  const all = steps.length + 1;
  // whoever listens is told the new step, not left on a button that is gone
  useEffect(() => {
    if (told.current !== at) heading.current?.focus();
    told.current = at;
  }, [at]);
  return (
    <Page
      title={t(`lesson.${id}.title`)}
      lead={t(`lesson.${id}.lead`)}
      actions={<ButtonLink to="/learn">{t('learn.all')}</ButtonLink>}
    >
      <article className="card mx-auto max-w-3xl space-y-5 p-5 sm:p-8">
        <div>
          <p className="mb-2 text-dense text-muted">{t('learn.step', { step: at + 1, steps: all })}</p>
          <Progress label={t('learn.progress')} percent={((at + 1) / all) * 100} />
        </div>
        <h2 ref={heading} tabIndex={-1} className="text-page font-semibold outline-none">
          {step ? t(`lesson.${id}.${step.key}.title`) : t('learn.question')}
        </h2>
        {step ? (
          <>
            <p className="text-[18px]/[28px] text-pretty">{t(`lesson.${id}.${step.key}.text`)}</p>
            {step.own ? (
              <ForYou text={`lesson.${id}.${step.key}.own` as `lesson.loss.step1.own`} needs={step.needs} />
            ) : null}
            <div className="flex gap-2">
              <Button look="primary" onClick={() => setAt(at + 1)}>
                {t('learn.next')}
              </Button>
              {at > 0 ? <Button onClick={() => setAt(at - 1)}>{t('learn.back')}</Button> : null}
            </div>
          </>
        ) : (
          <Quiz lesson={lesson} onBack={() => setAt(at - 1)} />
        )}
      </article>
    </Page>
  );
}

const answers = ['a', 'b', 'c'] as const;

function Quiz({ lesson: { id, right, tool, terms }, onBack }: { lesson: Lesson; onBack: () => void }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<(typeof answers)[number]>();
  const { lessonsDone, set } = useSettings();
  const done = lessonsDone.includes(id);
  return (
    <>
      <fieldset className="min-w-0 space-y-3">
        <legend className="mb-3 text-[18px]/[28px] text-pretty">{t(`lesson.${id}.quiz.ask`)}</legend>
        {answers.map((candidate) => (
          <label
            key={candidate}
            className="flex cursor-pointer items-center gap-3 rounded-control border border-line px-4 py-3 has-checked:border-primary has-checked:bg-primary-soft"
          >
            <input
              type="radio"
              name="answer"
              className="size-4 accent-primary"
              checked={answer === candidate}
              onChange={() => setAnswer(candidate)}
            />
            {t(`lesson.${id}.quiz.${candidate}`)}
          </label>
        ))}
      </fieldset>
      <p role="status" className={answer ? 'rounded-control bg-surface-2 px-4 py-3' : 'sr-only'}>
        {answer ? (
          <>
            <strong>{t(answer === right ? 'learn.right' : 'learn.wrong')}</strong>{' '}
            {t(`lesson.${id}.quiz.why`)}
          </>
        ) : null}
      </p>
      {done ? (
        <div className="space-y-4">
          <p className="font-semibold">{t('learn.finished')}</p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink look="primary" to={tool}>
              {t('learn.tryIt')}
            </ButtonLink>
            <ButtonLink to="/learn">{t('learn.all')}</ButtonLink>
          </div>
          <p className="text-dense text-muted">{t('learn.words')}</p>
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            {terms.map((term) => (
              <li key={term}>
                <Link to={`/learn/${term}`} className="text-primary underline underline-offset-2">
                  {t(`term.${term}.name`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="flex gap-2">
          <Button
            look="primary"
            disabled={!answer}
            onClick={() => set({ lessonsDone: [...lessonsDone, id] })}
          >
            {t('learn.finish')}
          </Button>
          <Button onClick={onBack}>{t('learn.back')}</Button>
        </div>
      )}
    </>
  );
}
