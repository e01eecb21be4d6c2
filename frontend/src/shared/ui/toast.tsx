import { create } from 'zustand';
import { X } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Link } from 'react-router';

type Toast = { id: number; text: string; to?: string; action?: string };
const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let next = 1;

export function toast(text: string, link?: { to: string; action: string }) {
  const id = next++;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, text, ...link }] }));
  setTimeout(() => dismiss(id), 8000);
}
const dismiss = (id: number) =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }));

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
          {entry.to ? (
            <Link
              to={entry.to}
              className="font-medium text-primary underline-offset-2 hover:underline"
              onClick={() => dismiss(entry.id)}
            >
              {entry.action}
            </Link>
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
