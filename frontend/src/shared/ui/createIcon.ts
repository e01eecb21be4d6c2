import { createElement, type SVGProps } from 'react';

/** An icon as lucide-react publishes it. */
type Icon = { node: readonly [tag: string, attributes: Record<string, string>][] };

/**
 * What the build puts in the place of lucide's own function of this use (see scripts/slim.ts). That one can be given a size,
 * a colour and a width of stroke in several ways; here the style sheet says all of it.
 */
export default function createIcon({ node }: Icon) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return createElement(
      'svg',
      {
        'aria-hidden': true,
        viewBox: '0 0 24 24',
        width: 24,
        height: 24,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        ...props,
      },
      ...node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
  };
}
