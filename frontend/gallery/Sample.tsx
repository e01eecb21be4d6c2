import type { ReactNode } from 'react';

/** Some of the same kind, under the name of what they are or of the state they are in. */
export function Sample({
  name,
  children,
  force,
}: {
  name: string;
  children: ReactNode;
  force?: 'hover' | 'focus';
}) {
  return (
    <div className="min-w-0">
      <p className="mb-1.5 text-caption text-muted">{name}</p>
      <div data-force={force} className="flex flex-wrap items-start gap-3">
        {children}
      </div>
    </div>
  );
}
