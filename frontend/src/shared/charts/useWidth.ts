import { type RefObject, useEffect, useRef, useState } from 'react';

const NARROWEST = 240;

/** How wide a box is drawn, from its first layout on. */
export function useWidth(): [box: RefObject<HTMLDivElement | null>, width: number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(NARROWEST, entry?.contentRect.width ?? 640)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
