import { type ReactNode, useId } from 'react';
import { Link } from './Link';
import { cx } from './cx';

type Props = {
  title: ReactNode;
  /** the term of art, in second place */
  term?: ReactNode;
  /** the word of the lessons that the term of art leads to */
  learn?: string;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  padded?: boolean;
};

/** A titled region. The title is a question or a plain word; the term of art stands behind it. */
export function Card({ title, term, learn, actions, children, className, padded = true }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('card flex min-w-0 flex-col', className)}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4">
        <div className="min-w-0">
          <h2 id={id} className="text-section font-semibold tracking-[-0.01em]">
            {title}
          </h2>
          {term ? (
            <p className="text-dense text-muted">
              {learn ? (
                <Link
                  to={`/learn/${learn}`}
                  className="underline decoration-dotted underline-offset-2 hover:text-primary"
                >
                  {term}
                </Link>
              ) : (
                term
              )}
            </p>
          ) : null}
        </div>
        {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
      </header>
      <div className={cx('min-w-0 flex-1', padded ? 'px-5 pt-3 pb-5' : 'pt-3')}>{children}</div>
    </section>
  );
}
