'use client';

import { useEffect, useState } from 'react';
import { answer } from '../answer.js';

export default function Page() {
  const [text, setText] = useState('');
  useEffect(() => {
    answer().then((found) => setText(JSON.stringify(found)));
  }, []);
  return <output {...(text && { 'data-done': '' })}>{text}</output>;
}
