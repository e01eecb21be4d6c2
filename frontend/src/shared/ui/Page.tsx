import { type ReactNode, useEffect } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page: one heading of the first rank, which also names the tab. */
export function Page({ title, lead, actions, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('page.title', { title });
  }, [t, title]);
  return (
    <div className="space-y-5">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-page font-semibold tracking-[-0.015em]">{title}</h1>
          {lead ? <div className="mt-0.5 text-body text-muted">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

export function Skeleton({ className }: { className?: string }) {
  return <div className={`skeleton ${className ?? 'h-5 w-32'}`} aria-hidden="true" />;
}

export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <p className="text-section font-semibold">{title}</p>
      {children ? <div className="max-w-md text-body text-muted">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
