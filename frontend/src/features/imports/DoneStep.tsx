import { CircleCheck, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import type { Import } from '@/api/types';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { newRows } from './model/steps';

type Props = {
  preview: Import;
  undo: 'possible' | 'busy' | 'done';
  error: unknown;
  onUndo: () => void;
  onAgain: () => void;
};

/** Step 4: what was done, the way on, and the way back. */
export function DoneStep({ preview, undo, error, onUndo, onAgain }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const undone = undo === 'done';
  return (
    <div ref={box} tabIndex={-1} className="card max-w-2xl p-6 outline-none">
      <div className="flex items-start gap-3">
        {undone ? (
          <Undo2 className="mt-1 size-6 shrink-0 text-muted" aria-hidden="true" />
        ) : (
          <CircleCheck className="mt-1 size-6 shrink-0 text-gain" aria-hidden="true" />
        )}
        <div className="min-w-0">
          <h2 className="text-section font-semibold" role="status">
            {undone
              ? t('import.undone', { count: newRows(preview) })
              : t('import.done', { count: newRows(preview) })}
          </h2>
          <p className="mt-1 text-muted">{undone ? t('import.undoneText') : t('import.doneText')}</p>
        </div>
      </div>
      {error ? <ProblemNotice error={error} className="mt-4" /> : null}
      <div className="mt-5 flex flex-wrap gap-2">
        {undone ? null : (
          <ButtonLink look="primary" to="/">
            {t('import.toOverview')}
          </ButtonLink>
        )}
        <Button look={undone ? 'primary' : 'secondary'} onClick={onAgain}>
          {t('import.again')}
        </Button>
        {undone ? null : (
          <Button look="ghost" busy={undo === 'busy'} onClick={onUndo}>
            <Undo2 className="size-4" aria-hidden="true" />
            {undo === 'busy' ? t('import.undoing') : t('import.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}
