import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { createPath, type To, useHref, useLocation, useNavigate, useResolvedPath } from 'react-router';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: To; replace?: boolean };

/** Only a plain click of the main button stays in the page; all else is the browser's: a new tab, a download, a window. */
const staysHere = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent, target: string | undefined) =>
  button === 0 && !(metaKey || altKey || ctrlKey || shiftKey) && (!target || target === '_self');

/**
 * A link to a page of this application. The router's own brings the prefetching of its framework mode with it, which is
 * a third of the router and unused here.
 */
export function Link({ to, replace, onClick, target, children, ...rest }: LinkProps) {
  const href = useHref(to);
  const navigate = useNavigate();
  const here = createPath(useLocation());
  const there = createPath(useResolvedPath(to));
  return (
    <a
      {...rest}
      href={href}
      target={target}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !staysHere(event, target)) return;
        event.preventDefault();
        // as with any link, one's own address again is no new step to go back from
        void navigate(to, { replace: replace ?? here === there });
      }}
    >
      {children}
    </a>
  );
}

type NavLinkProps = Omit<LinkProps, 'className'> & {
  /** whether it stands for its own address only, not for those below it */
  end?: boolean;
  className: (state: { isActive: boolean }) => string;
};

/** A link that says whether it leads to where one is. */
export function NavLink({ end = false, className, ...rest }: NavLinkProps) {
  const here = useLocation().pathname;
  const { pathname } = useResolvedPath(rest.to);
  const isActive = here === pathname || (!end && here.startsWith(`${pathname}/`));
  return <Link {...rest} className={className({ isActive })} aria-current={isActive ? 'page' : undefined} />;
}
