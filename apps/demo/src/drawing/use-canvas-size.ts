import { type RefObject, useEffect, useState } from 'react';

/**
 * Follows the size of a square canvas on the screen and the colour of its text, which changes between
 * light and dark.
 *
 * @returns `side` in device pixels, so that lines are sharp on any screen and at any zoom
 */
export function useCanvasSize(canvas: RefObject<HTMLCanvasElement | null>) {
  const [size, setSize] = useState({ side: 280, inkColour: '#000' });

  useEffect(() => {
    const element = canvas.current!;
    const measure = () => {
      const side = Math.max(1, Math.round(element.clientWidth * devicePixelRatio));
      const inkColour = getComputedStyle(element).color;
      setSize((old) => (old.side === side && old.inkColour === inkColour ? old : { side, inkColour }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const darkness = matchMedia('(prefers-color-scheme: dark)');
    darkness.addEventListener('change', measure);
    addEventListener('themechange', measure);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      darkness.removeEventListener('change', measure);
      removeEventListener('themechange', measure);
      removeEventListener('resize', measure);
    };
  }, [canvas]);

  return size;
}
