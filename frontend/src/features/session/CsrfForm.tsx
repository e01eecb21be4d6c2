import type { ReactNode } from 'react';
import { withCsrf } from './session';

/** A real form: it works while scripts are busy, and the browser follows the redirects of the sign-in. */
export function CsrfForm({
  action,
  children,
  onSubmit,
  className,
}: {
  action: string;
  children: ReactNode;
  onSubmit?: () => void;
  className?: string;
}) {
  return (
    <form
      method="post"
      action={action}
      className={className}
      onSubmit={(event) => {
        onSubmit?.();
        withCsrf(event);
      }}
    >
      <input type="hidden" name="_csrf" />
      {children}
    </form>
  );
}
