import type { MetadataRoute } from 'next';
import { basePath } from '../shell/site-url';

export const dynamic = 'force-static';

/** What the site is called and looks like where it is installed. Its icons are made by build/icons.mjs. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `${basePath}/icons/${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: `${basePath}/`,
    name: 'Lenet: a network reads your digits',
    short_name: 'Lenet',
    description: 'Draw a digit and watch a small neural network read it, on your own device.',
    start_url: `${basePath}/`,
    scope: `${basePath}/`,
    display: 'standalone',
    background_color: '#f5f2eb',
    theme_color: '#0b6b62',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
}
