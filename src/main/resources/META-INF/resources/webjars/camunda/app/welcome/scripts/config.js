export default {
  app: { name: 'Welcome', vendor: 'Kakehashi' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' }
};
