/**
 * What is known to lead to the address that it carries: redirectors, mail guards, newsletters, archives, translators
 * and readers. Each row holds for its domains and all hosts below them.
 */
export type Service = ByParameter | ByShape;

/** The address is the value of a parameter. */
export interface ByParameter {
  readonly domains: string;
  /** Where the host does other things too: the paths that lead on. */
  readonly path?: RegExp;
  readonly names: string;
  /** Undoes what it does to the address beyond the usual encodings. */
  readonly unpack?: (value: string) => string;
}

/** The address stands in the path or is the whole query. */
export interface ByShape {
  readonly domains: string;
  /** Over path and query; its group is the address in one of the forms that `decodeWritten` takes. */
  readonly shape: RegExp;
}

/** Everything behind the first slash, where it is an address. */
const REST = /^\/((?:https?(?::|%3a)|www\.).+)$/i;
const QUERY = /^\/[^?]*\?(?:url=)?(.+)$/;
/** Up to three names of collections, then a time or a word for one, then the address. */
const SNAPSHOT =
  /^(?!\/api\/)(?:\/[\w-]+){0,3}\/(?:\d{1,14}\*?(?:[a-z]{2}_)?|\d{4}[.-][\d.-]+|[*+]|newest|oldest|timegate|memento|o\/\w+)\/(.+)$/i;
const UNDERSCORED = /^\/v\d\/(?:[\w.-]+\/)?___(.+?)___/;
const AMP = /^\/(?:amp|[cv])\/(?:s\/)?(.+)$/;

export const SERVICES: readonly Service[] = [
  // Mail guards.
  {
    domains:
      'safelinks.protection.outlook.com safelinks.protection.office365.com safelinks.protection.office365.us safelinks.protection.partner.outlook.cn',
    names: 'url',
  },
  { domains: 'outlook.office.com outlook.office365.com outlook.live.com', path: /\/safelink\.html$/, names: 'url' },
  {
    domains: 'deref-mail.com deref-gmx.com deref-gmx.net deref-gmx.co.uk deref-web.de deref-1und1.de',
    names: 'redirectUrl',
  },
  { domains: 'statics.teams.cdn.office.net statics.teams.microsoft.com', path: /\/safelinks\//, names: 'url' },
  { domains: 'linkprotect.cudasvc.com', names: 'a' },
  { domains: 'trendmicro.com trendmicro.eu', path: /^\/wis\/clicktime\//, names: 'url' },
  { domains: 'protection.sophos.com', names: 'u' },
  { domains: 'fireeye.com', path: /^\/(?:v\d\/)?url$/, names: 'u' },
  { domains: 'clicktime.symantec.com', names: 'u' },
  { domains: 'scanmail.trustwave.com antiphishing.vadesecure.com urlsand.esvalabs.com link.edgepilot.com', names: 'u' },
  { domains: 'avanan.url-protection.com', path: /^\/v1\/url$/, names: 'o' },
  { domains: 'urlisolation.com proofpointisolation.com', path: /^\/browser$/, names: 'url' },
  { domains: 'secure-web.cisco.com', shape: /^\/[^/]+\/(https?%3A.+)$/i },
  { domains: 'url.avanan.click protect.checkpoint.com', shape: UNDERSCORED },
  { domains: 'safe.menlosecurity.com isolate.menlosecurity.com', shape: REST },
  { domains: 'linkscan.io', shape: /^\/scan\/ux\/([^/?]+)/ },

  // Social sites.
  { domains: 'go.bsky.app', path: /^\/redirect$/, names: 'u' },
  {
    domains:
      'l.facebook.com lm.facebook.com l.instagram.com l.threads.net l.threads.com l.messenger.com l.workplace.com l.wl.co',
    names: 'u',
  },
  { domains: 'facebook.com', path: /^\/(?:l\.php|flx\/warn\/?)$/, names: 'u' },
  {
    domains: 'linkedin.com',
    path: /^\/(?:redir\/(?:redirect|general-malware-page|suspicious-page)|safety\/go)\/?$/,
    names: 'url',
  },
  { domains: 'youtube.com', path: /^\/redirect$/, names: 'q' },
  { domains: 't.umblr.com', path: /^\/redirect$/, names: 'z' },
  { domains: 'out.reddit.com', names: 'url' },
  { domains: 'vk.com vk.ru', path: /^\/away(?:\.php)?$/, names: 'to' },
  { domains: 'steamcommunity.com', path: /^\/linkfilter\/?$/, names: 'url u' },
  { domains: 'slack-redir.net', path: /^\/link$/, names: 'url' },
  { domains: 't.me', path: /^\/iv$/, names: 'url' },
  { domains: 'pinterest.com', path: /^\/offsite\/?$/, names: 'url' },
  { domains: 'medium.com', path: /^\/r\/?$/, names: 'url' },
  { domains: 'tiktok.com', path: /^\/link\/v2$/, names: 'target' },
  { domains: 'exit.sc gate.sc', names: 'url' },
  { domains: 'deviantart.com', shape: /^\/users\/outgoing\?(.+)$/ },
  { domains: 'curseforge.com', path: /^\/linkout$/, names: 'remoteUrl' },
  { domains: 'link.zhihu.com link.juejin.cn link.csdn.net', names: 'target' },
  { domains: 'weibo.cn', path: /^\/sinaurl$/, names: 'u toasturl' },
  { domains: 'douban.com', path: /^\/link2\/$/, names: 'url' },
  // A signature stands behind the address.
  { domains: 'disq.us', path: /^\/(?:url)?$/, names: 'url', unpack: (value) => value.replace(/:[\w-]{27}$/, '') },
  { domains: 'getpocket.com', path: /^\/redirect$/, names: 'url' },
  { domains: 'flipboard.com', path: /^\/redirect$/, names: 'url' },

  // Search.
  { domains: 'google.com', path: /^\/(?:url|interstitial)$/, names: 'q url' },
  { domains: 'google.com', shape: /^\/amp\/(?:s\/)?(.+)$/ },
  { domains: 'search.app search.app.goo.gl', names: 'link' },
  { domains: 'scholar.google.com', path: /^\/scholar_url$/, names: 'url' },
  { domains: 'google.com', path: /^\/(?:translate|website)$/, names: 'u' },
  { domains: 'translate.googleusercontent.com', path: /^\/translate_\w+$/, names: 'u' },
  {
    domains: 'webcache.googleusercontent.com',
    shape: /^\/search\?(?:.*&)?q=cache(?::|%3A)(?:[\w-]{12}(?::|%3A))?([^&+]+)/i,
  },
  { domains: 'googleweblight.com', names: 'lite_url u' },
  { domains: 'google.com googleadservices.com doubleclick.net', path: /\/(?:aclk|click)$/, names: 'adurl' },
  { domains: 'bing.com', path: /^\/ck\/a$/, names: 'u', unpack: (value) => value.replace(/^a1/, '') },
  { domains: 'bing.com', path: /^\/(?:alink\/link|news\/apiclick\.aspx)$/, names: 'url' },
  { domains: 'bing.com bing-amp.com', shape: AMP },
  { domains: 'duckduckgo.com', path: /^\/l\/$/, names: 'uddg' },
  { domains: 'search.yahoo.com', shape: /\/RU=([^/?]+)/ },
  { domains: 'yandex.com', path: /^\/clck\//, names: 'url' },
  { domains: 'cdn.ampproject.org', shape: AMP },

  // Translators.
  { domains: 'translatetheweb.com microsofttranslator.com translatoruser-int.com translatoruser.net', names: 'a' },
  { domains: 'translate.yandex.com', path: /^\/(?:translate|web)$/, names: 'url' },
  { domains: 'translated.turbopages.org', shape: /^\/proxy_u\/[^/]+\/(.+)$/ },
  { domains: 'papago.naver.net', path: /^\/website$/, names: 'url' },

  // What hides where a reader comes from.
  {
    domains:
      'href.li anonym.to anonym.es anonymz.com anon.to nullrefer.com dereferer.me dereferer.org hiderefer.com blankrefer.com',
    shape: QUERY,
  },

  // Sellers of clicks.
  { domains: 'go.skimresources.com go.redirectingat.com', names: 'url' },
  { domains: 'viglink.com', names: 'u out' },
  { domains: 'awin1.com', path: /^\/\w+\.php$/, names: 'ued p' },
  { domains: 'clk.tradedoubler.com', path: /^\/click$/, names: 'url' },
  { domains: 'click.linksynergy.com', names: 'murl RD_PARM1' },
  { domains: 'digidip.net', path: /^\/visit$/, names: 'url' },
  { domains: 'sjv.io pxf.io', path: /^\/c\//, names: 'u' },
  { domains: 'anrdoezrs.net dpbolvw.net jdoqocy.com kqzyfj.com tkqlhce.com', path: /^\/click-/, names: 'url' },
  { domains: 'anrdoezrs.net dpbolvw.net jdoqocy.com kqzyfj.com tkqlhce.com', shape: /\/dlg\/(.+)$/ },
  { domains: 'shareasale.com', path: /^\/r\.cfm$/, names: 'urllink' },
  { domains: 'prf.hn', shape: /\/destination:(.+)$/ },

  // Newsletters and press services; their custom hosts are not known.
  { domains: 'govdelivery.com', shape: /^\/track\?.*?&(https?(?::|%3A).+)$/i },
  { domains: 'govdelivery.com awstrack.me', shape: /^\/C?L0\/([^/]+)/ },
  { domains: 'click.pstmrk.it', shape: /^\/\ds?\/([^/]+)/ },
  { domains: 'mjt.lu', shape: /^\/lnk\/(?:[^/]+\/)*(aHR0c[^/?]+)/ },
  { domains: 'convertkit-mail.com convertkit-mail2.com kit-mail.com', shape: /\/(aHR0c[^/?]+)$/ },
  { domains: 'track.vuelio.uk.com', names: 'l' },
  { domains: 'mailtrack.io', path: /^\/(?:trace\/)?link\//, names: 'url' },
  { domains: 'streaklinks.com', shape: /^\/[^/]+\/([^/?]+)/ },
  { domains: 't.yesware.com', shape: /^\/tt(?:\/[^/.]+){2,4}\/(.+)$/ },
  { domains: 'via.intercom.io', path: /^\/c$/, names: 'url' },
  { domains: 'icptrack.com', path: /\/relay\.php$/, names: 'destination' },
  { domains: 'c212.net', path: /^\/c\/link\/$/, names: 'u' },
  { domains: 'cts.businesswire.com', path: /^\/ct\/CT$/, names: 'url' },
  { domains: 'transition.meltwater.com', names: 'url' },

  { domains: 'ibm.com', path: /^\/links$/, names: 'url' },

  // Researchers' sites.
  { domains: 'researchgate.net', shape: /^\/deref\/(.+)$/ },
  { domains: 'researchgate.net', path: /^\/go\.Deref\.html$/, names: 'url' },
  { domains: 'tandfonline.com sagepub.com wiley.com', path: /^\/servlet\/linkout$/, names: 'url' },
  { domains: 'go.openathens.net', path: /^\/redirector\//, names: 'url' },
  { domains: 'via.hypothes.is', shape: REST },
  { domains: 'hyp.is', path: /^\/go$/, names: 'url' },
  { domains: 'hyp.is', shape: /^\/[\w-]{22}\/(.+)$/ },

  // Readers, and copies of one page.
  { domains: 'r.jina.ai 12ft.io 1ft.io outline.com removepaywall.com txtify.it smry.ai', shape: REST },
  { domains: '12ft.io', path: /^\/proxy$/, names: 'q' },
  { domains: 'instapaper.com', path: /^\/(?:text|m)$/, names: 'u' },

  // Archives.
  { domains: 'web.archive.org wayback.archive.org web-beta.archive.org', shape: /^\/web\/((?:https?:|www\.).+)$/i },
  {
    domains:
      'web.archive.org wayback.archive.org web-beta.archive.org replay.waybackmachine.org wayback.archive-it.org webarchive.nationalarchives.gov.uk webarchive.parliament.uk webarchive.nrscotland.gov.uk webarchive.proni.gov.uk webarchive.org.uk webarchive.loc.gov webarchive.nla.gov.au arquivo.pt wayback.vefsafn.is timetravel.mementoweb.org conifer.rhizome.org megalodon.jp archive.today archive.ph archive.is archive.li archive.md archive.fo archive.vn',
    shape: SNAPSHOT,
  },
  {
    domains: 'archive.today archive.ph archive.is archive.li archive.md archive.fo archive.vn',
    shape: /^\/(https?:.+)$/i,
  },
  { domains: 'webcitation.org', path: /^\/query(?:\.php)?$/, names: 'url' },
];
