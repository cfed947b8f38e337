import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/button';
import styles from './camera-dialog.module.css';

/** Shows what the camera sees, and takes a picture of it. The camera is off as soon as this closes. */
export default function CameraDialog({
  onPicture,
  onClose,
}: {
  onPicture: (picture: Blob) => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    dialog.current!.showModal();
    let stream: MediaStream | undefined;
    let isClosed = false;
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
      .then((opened) => {
        stream = opened;
        if (isClosed) stop(opened);
        else video.current!.srcObject = opened;
      })
      .catch((error: Error) =>
        setProblem(
          `The camera cannot be used (${error.message}). Allow it in the browser, or upload a picture.`,
        ),
      );
    return () => {
      isClosed = true;
      if (stream) stop(stream);
    };
  }, []);

  async function takePicture() {
    const { videoWidth: width, videoHeight: height } = video.current!;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    canvas.getContext('2d')!.drawImage(video.current!, 0, 0);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    onClose();
    if (picture) onPicture(picture);
  }

  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Camera" onClose={onClose}>
      {problem === undefined ? (
        <video
          ref={video}
          className={styles.video}
          autoPlay
          playsInline
          muted
          onLoadedData={() => setReady(true)}
        />
      ) : (
        <p role="alert">{problem}</p>
      )}
      <div className={styles.buttons}>
        <Button look="primary" disabled={!isReady} onClick={takePicture}>
          Take the picture
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </dialog>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
