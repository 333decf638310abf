'use client';

/** The last net: even the frame could not be drawn, so nothing here depends on catalogues or themes. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ display: 'grid', placeItems: 'center', minHeight: '100vh', fontFamily: 'system-ui, sans-serif' }}>
        <main style={{ textAlign: 'center' }}>
          <h1 style={{ fontSize: 20 }}>Signalbox could not draw this page</h1>
          <p>The log of the console process says why.</p>
          <a href="/">Try again</a>
        </main>
      </body>
    </html>
  );
}
