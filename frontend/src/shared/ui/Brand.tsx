import { Link } from './Link';

/** The mark: a curve of outcomes with its left tail filled, which is what this product is about. */
export function Brand({ to }: { to: string }) {
  return (
    <Link
      to={to}
      className="inline-flex items-center gap-2.5 rounded-control text-[17px] font-semibold tracking-[-0.02em]"
    >
      <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-primary" />
        <path d="M5 23c3.200 0 5-2.600 6.400-5.600V23H5Z" className="fill-on-primary opacity-60" />
        <path
          d="M5 23c6.500 0 6.500-14 11-14s4.500 14 11 14"
          fill="none"
          strokeWidth="2.600"
          strokeLinecap="round"
          className="stroke-on-primary"
        />
      </svg>
      Riskwatch
    </Link>
  );
}
