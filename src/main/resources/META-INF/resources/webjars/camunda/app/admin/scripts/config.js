export default {
  app: { name: 'Administration', vendor: 'Kakehashi' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' }
};
