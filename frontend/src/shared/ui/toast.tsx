import { create } from 'zustand';
import { X } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Link } from './Link';

/** Where a message leads: to a page, or to something it does. */
type Way = { action: string } & ({ to: string; act?: undefined } | { act: () => void; to?: undefined });
type Toast = { id: number; text: string; way?: Way };
const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let next = 1;

/** Says something in passing. What can be done by it stays until it is done or dismissed. */
export function toast(text: string, way?: Way) {
  const id = next++;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, text, way }] }));
  if (!way?.act) setTimeout(() => dismiss(id), 8000);
}
const dismiss = (id: number) =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }));

const wayLook = 'font-medium text-primary underline-offset-2 hover:underline';

export function Toasts() {
  const { t } = useTranslation();
  const toasts = useToasts((state) => state.toasts);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-end gap-2"
    >
      {toasts.map((entry) => (
        <div
          key={entry.id}
          className="appear pointer-events-auto flex max-w-md items-center gap-3 rounded-card border border-line bg-surface py-2 pr-2 pl-4 text-dense shadow-[0_8px_30px_rgb(0_0_0/0.16)]"
        >
          <span>{entry.text}</span>
          {entry.way?.to ? (
            <Link to={entry.way.to} className={wayLook} onClick={() => dismiss(entry.id)}>
              {entry.way.action}
            </Link>
          ) : entry.way ? (
            <button type="button" className={wayLook} onClick={entry.way.act}>
              {entry.way.action}
            </button>
          ) : null}
          <button
            type="button"
            aria-label={t('toast.dismiss')}
            onClick={() => dismiss(entry.id)}
            className="inline-flex size-8 items-center justify-center rounded-control text-muted hover:bg-surface-2"
          >
            <X className="size-4" aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  );
}
