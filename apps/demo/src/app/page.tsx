import { DigitReader } from '../digit-reader';
import styles from './page.module.css';

export default function Page() {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.name}>Lenet</p>
        <h1 className={styles.title}>Draw a digit. A small network reads it.</h1>
        <p className={styles.lead}>It runs here, on your device. What you draw never leaves it.</p>
      </header>
      <main>
        <DigitReader />
      </main>
      <footer className={styles.footer}>
        <p>
          The network learned from MNIST, handwritten digits collected by Yann LeCun, Corinna Cortes and
          Christopher J. C. Burges (CC BY-SA 3.0).
        </p>
      </footer>
    </div>
  );
}
