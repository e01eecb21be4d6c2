import { type RefObject, useEffect, useRef, useState } from 'react';

const watched = new WeakMap<Element, (inSight: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Whether an element is on the screen or little more than a screen's edge away from it; true until that is known. */
export function useInSight<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
      },
      { rootMargin: '200px' },
    );
    watched.set(current, setInSight);
    observer.observe(current);
    return () => {
      watched.delete(current);
      observer?.unobserve(current);
    };
  }, []);
  return [element, inSight];
}
