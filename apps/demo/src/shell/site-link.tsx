'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { basePath } from './site-url';

/**
 * A link to a page of the site.
 *
 * A plain one: pages are files, which the service worker has, and the router's own link would cost every
 * first visit several kilobytes. The drawing survives in the session's storage.
 *
 * @param props.path from the root of the site, with a slash at both ends
 */
export function SiteLink({
  path,
  className,
  children,
}: {
  path: string;
  className?: string;
  children: ReactNode;
}) {
  const here = usePathname();
  return (
    <a href={`${basePath}${path}`} className={className} aria-current={here === path ? 'page' : undefined}>
      {children}
    </a>
  );
}
