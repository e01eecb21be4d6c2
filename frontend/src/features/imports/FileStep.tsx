import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { asProblem, Problem } from '@/api/problem';
import type { Portfolio } from '@/api/types';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { cx } from '@/shared/ui/cx';
import { SelectField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { MAX_FILE_BYTES } from './model/steps';
import { templates } from './templates';

type Props = {
  portfolios: readonly Portfolio[];
  target: string;
  onTarget: (id: string) => void;
  onFile: (file: File) => void;
  /** what was chosen last, and is read or was refused */
  file: File | undefined;
  busy: boolean;
  error: unknown;
};

/** What is in the file stays as it is: only a refusal for another reason can be got over by sending it again. */
const isNotItsFault = (error: unknown) => ![413, 422].includes(asProblem(error).status);

/** Step 1: where it goes, and the file; by dropping, by choosing, or by keyboard. */
export function FileStep({ portfolios, target, onTarget, onFile, file: chosen, busy, error }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<Problem>();

  const take = (file: File | undefined) => {
    if (!file || busy) return;
    const tooLarge = file.size > MAX_FILE_BYTES;
    setRefused(
      tooLarge
        ? new Problem(413, { title: t('import.tooLarge'), detail: t('import.tooLargeWhy') })
        : undefined,
    );
    if (!tooLarge) onFile(file);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="card space-y-5 p-5 sm:p-6">
        <SelectField
          className="max-w-sm"
          label={t('import.target')}
          value={target}
          onChange={(event) => onTarget(event.target.value)}
        >
          <option value="new">{t('import.newPortfolio')}</option>
          {portfolios.map((portfolio) => (
            <option key={portfolio.id} value={portfolio.id}>
              {portfolio.name}
            </option>
          ))}
        </SelectField>
        {/* dropping is a second way for those with a pointer; the button below does the same */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="group"
          aria-label={t('import.drop')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
          className={cx(
            'flex flex-col items-center gap-1.5 rounded-card border-2 border-dashed px-4 py-12 text-center transition-colors',
            over ? 'border-primary bg-primary-soft' : 'border-line-strong/60 bg-bg',
          )}
        >
          <FileUp className="mb-1 size-8 text-primary" aria-hidden="true" />
          <p className="text-section font-semibold">{t('import.drop')}</p>
          <p className="text-muted">{t('import.dropHint')}</p>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.json,text/csv,application/json"
            className="sr-only"
            tabIndex={-1}
            aria-label={t('import.choose')}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button look="primary" className="mt-3" busy={busy} onClick={() => input.current?.click()}>
            {busy ? t('import.reading') : t('import.choose')}
          </Button>
          {chosen && !refused ? (
            <p className="max-w-full text-dense break-words text-muted">
              {t('import.chosen', { name: chosen.name })}
            </p>
          ) : null}
          <p role="status" className="sr-only">
            {busy ? t('import.reading') : ''}
          </p>
        </div>
        {refused ? (
          <ProblemNotice error={refused} />
        ) : error ? (
          <ProblemNotice
            error={error}
            onRetry={chosen && isNotItsFault(error) ? () => take(chosen) : undefined}
          />
        ) : null}
      </div>
      <Card title={t('import.formats')}>
        <p className="text-muted">{t('import.formatsWhy')}</p>
        <ul className="mt-4 space-y-4">
          {templates.map((template) => (
            <li key={template.key}>
              <p className="font-medium">{t(`import.template.${template.key}`)}</p>
              <code className="mt-1 block overflow-x-auto rounded-control bg-surface-2 px-2 py-1.5 text-caption break-all whitespace-pre-wrap">
                {template.text.split('\n')[0]}
              </code>
              <div className="mt-1.5 -ml-2 flex gap-1">
                <a
                  className="inline-flex h-8 items-center rounded-control px-2 text-dense font-medium text-primary hover:bg-surface-2"
                  download={template.file}
                  href={`data:text/csv;charset=utf-8,${encodeURIComponent(template.text)}`}
                >
                  {t('import.download')}
                </a>
                <button
                  type="button"
                  className="inline-flex h-8 items-center rounded-control px-2 text-dense font-medium text-primary hover:bg-surface-2"
                  onClick={() => take(new File([template.text], template.file, { type: 'text/csv' }))}
                >
                  {t('import.useExample')}
                </button>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
