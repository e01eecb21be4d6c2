import { useTranslation } from '@/shared/i18n/i18n';
import { Served, served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';

type Props = {
  /** what the result says, the most important first; that the data are simulated is said by a label */
  sentences: readonly string[];
  simulated: boolean;
  note: string;
  /** whether the first one is the page's own and not the service's */
  ownFirst?: boolean;
};

/** A result in plain words, before any figure of it. */
export function WordsCard({ sentences, simulated, note, ownFirst = false }: Props) {
  const { t } = useTranslation();
  const [first, ...others] = sentences;
  return (
    <section aria-labelledby="words" className="card border-l-4 border-l-primary p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="words" className="text-dense font-semibold text-primary">
          {t('result.words')}
        </h2>
        {simulated ? (
          <Badge tone="primary" title={t('simulated.why')}>
            {t('simulated.label')}
          </Badge>
        ) : null}
      </div>
      <p className="mt-2 max-w-4xl text-[20px]/[30px] font-medium tracking-[-0.01em] text-pretty">
        {ownFirst ? first : served(first)}
      </p>
      {others.length > 0 ? (
        <ul className="mt-3 max-w-4xl space-y-1.5 text-muted">
          {others.map((sentence) => (
            <li key={sentence}>
              <Served>{sentence}</Served>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-4 text-caption text-muted">{note}</p>
    </section>
  );
}
