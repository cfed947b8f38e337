import { useEffect, useState } from 'react';

/** Whether there is a camera that a page may ask for. */
export function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false);
  useEffect(() => {
    // Without a secure address there are no devices at all.
    navigator.mediaDevices
      ?.enumerateDevices()
      .then((devices) => setHasCamera(devices.some(({ kind }) => kind === 'videoinput')))
      .catch(() => setHasCamera(false));
  }, []);
  return hasCamera;
}
